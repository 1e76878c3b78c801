package org.eoslab.spark;

import java.io.Serializable;

/**
 * The sum of a slice over all chunks.
 *
 * @param slice which slice
 * @param sum its numbers
 * @param numbers of all chunks, in their order; with the first slice alone
 * @param refusal why there is no sum, in a line; empty when there is one
 */
@SuppressWarnings("ArrayRecordComponent")
record SliceSum(int slice, double[] sum, double[] numbers, String refusal) implements Serializable {}
