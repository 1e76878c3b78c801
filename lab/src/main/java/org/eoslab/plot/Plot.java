package org.eoslab.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Series over an x-axis, with bands behind them and notes on top. Series are drawn in order, so the last is on top.
 *
 * @param title what stands above it, empty for nothing
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series at least one before it is drawn
 * @param bands may be empty
 * @param notes may be empty
 */
public record Plot(String title, PlotAxis x, PlotAxis y, List<Series> series, List<Band> bands, List<Note> notes)
        implements Panel {
    /** Copies the lists. */
    public Plot {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        notes = List.copyOf(notes);
    }

    /** A plot without series yet. */
    public static Plot of(String title, PlotAxis x, PlotAxis y) {
        return new Plot(title, x, y, List.of(), List.of(), List.of());
    }

    /** With further series on top. */
    public Plot with(Series... more) {
        return new Plot(title, x, y, joined(series, more), bands, notes);
    }

    /** With further bands. */
    public Plot with(Band... more) {
        return new Plot(title, x, y, series, joined(bands, more), notes);
    }

    /** With further notes. */
    public Plot with(Note... more) {
        return new Plot(title, x, y, series, bands, joined(notes, more));
    }

    /** The same plot under another title, between other axes. */
    public Plot over(String newTitle, PlotAxis newX, PlotAxis newY) {
        return new Plot(newTitle, newX, newY, series, bands, notes);
    }

    private static <T> List<T> joined(List<T> first, T[] more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

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
}
