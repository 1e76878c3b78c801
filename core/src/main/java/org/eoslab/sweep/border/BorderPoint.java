package org.eoslab.sweep.border;

/**
 * A place where the label changes along a horizontal or vertical line.
 *
 * @param u the first coordinate
 * @param v the second
 * @param before the label at smaller coordinates
 * @param after the label at larger ones
 */
public record BorderPoint(double u, double v, String before, String after) {}
