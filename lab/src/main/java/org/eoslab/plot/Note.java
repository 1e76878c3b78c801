package org.eoslab.plot;

import java.awt.Color;

/**
 * Words at a point of a plot.
 *
 * @param text the words
 * @param x abscissa of the point
 * @param y its ordinate
 * @param side where the words lie, seen from the point
 * @param colour in what colour
 */
public record Note(String text, double x, double y, Side side, Color colour) {
    /** The side of the point on which the words lie. */
    public enum Side {
        /** Above it, centred. */
        ABOVE,
        /** Below it, centred. */
        BELOW,
        /** To the left of it. */
        LEFT,
        /** To the right of it. */
        RIGHT
    }
}
