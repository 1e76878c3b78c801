package org.eoslab.plot;

import java.awt.Color;

/**
 * Points to draw. NaN breaks a line.
 *
 * @param name its entry in the legend
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
        /** A dashed line, for bounds and thresholds. */
        DASHED,
        /** Dots, not joined. */
        DOTS,
        /** Single pixels, not joined: for very many points. */
        SPECKS,
        /** A filled area of steps down to the axis, for histograms: y[i] holds from x[i] to x[i+1]. */
        STEPS
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

    /** A dashed line. */
    public static Series dashed(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.DASHED, colour);
    }

    /** Dots. */
    public static Series dots(String name, double[] x, double[] y, Color colour) {
        return new Series(name, x, y, Style.DOTS, colour);
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
