package org.eoslab.spark;

import java.io.Serializable;

/**
 * Consecutive chunks of examples that one task evaluates.
 *
 * @param index of the group, from 0 in the order of the chunks
 * @param first the first chunk
 * @param end the one after the last
 */
record Group(int index, int first, int end) implements Serializable {}
