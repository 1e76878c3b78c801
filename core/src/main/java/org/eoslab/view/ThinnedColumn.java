package org.eoslab.view;

/**
 * A column as drawn.
 *
 * @param step the steps, ascending
 * @param value the values at them
 */
public record ThinnedColumn(long[] step, double[] value) {}
