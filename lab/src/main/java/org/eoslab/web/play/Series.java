package org.eoslab.web.play;

/**
 * A column as drawn.
 *
 * @param step the steps, ascending
 * @param value the values at them
 */
public record Series(long[] step, double[] value) {}
