package org.eoslab.plot;

import java.awt.Color;

/**
 * Points to draw. NaN breaks a line.
 *
 * @param name its entry in the legend; empty for none
 * @param x abscissas
 * @param y ordinates, as many
 * @param style how they are drawn
 * @param colour in what colour
 */
public record Series(String name, double[] x, double[] y, Style style, Color colour) {
    /** How points are drawn. */
    public enum Style {
        /** A solid line. */
        LINE,
        /** A broad pale line, for what others lie upon. */
        BROAD,
        /** A hair line, for frames. */
        HAIR,
        /** A dashed line, for bounds and thresholds. */
        DASHED,
        /** Dots, not joined. */
        DOTS,
        /** Large dots, for single points that matter. */
        MARKS,
        /** Single pixels, not joined: for very many points. */
        SPECKS,
        /** A filled area of steps down to the axis, for histograms: y[i] holds from x[i] to x[i+1]. */
        STEPS;

        /** Whether its points are joined. */
        public boolean isLine() {
            return this == LINE || this == BROAD || this == HAIR || this == DASHED;
        }
    }

    /** Checks that there are as many abscissas as ordinates. */
    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + ": " + x.length + " abscissas, " + y.length + " ordinates");
        }
    }

    /** A solid line. */
    public static Series line(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.LINE, colour);
    }

    /** A broad line, in a tint of the colour. */
    public static Series broad(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.BROAD, Palette.tint(colour, 0.35));
    }

    /** A hair line without an entry in the legend. */
    public static Series hair(double[] x, double[] y, Color colour) {
        return new Series("", x, y, Style.HAIR, colour);
    }

    /** A dashed line. */
    public static Series dashed(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.DASHED, colour);
    }

    /** Dots. */
    public static Series dots(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.DOTS, colour);
    }

    /** Large dots. */
    public static Series marks(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.MARKS, colour);
    }

    /** Single pixels, for very many points. */
    public static Series specks(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.SPECKS, colour);
    }

    /** A dashed horizontal line at {@code y}. */
    public static Series level(String name, double y, double fromX, double toX, Color colour) {
        return dashed(name, new double[] {fromX, toX}, new double[] {y, y}, colour);
    }
}
