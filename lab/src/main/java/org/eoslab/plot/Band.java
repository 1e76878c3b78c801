package org.eoslab.plot;

import java.awt.Color;

/**
 * Stretches of the x-axis shaded behind the series, such as the steps of a phase.
 *
 * @param name its entry in the legend
 * @param intervals the stretches, each from and to, ascending and apart
 * @param colour a light colour
 */
public record Band(String name, double[][] intervals, Color colour) {}
