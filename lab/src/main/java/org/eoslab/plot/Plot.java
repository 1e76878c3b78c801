package org.eoslab.plot;

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
public record Plot(String title, Axis x, Axis y, List<Series> series, List<Band> bands, List<Note> notes)
        implements Panel {
    /** Copies the lists. */
    public Plot {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        notes = List.copyOf(notes);
    }

    /** A plot without series yet. */
    public static Plot of(String title, Axis x, Axis y) {
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
    public Plot over(String newTitle, Axis newX, Axis newY) {
        return new Plot(newTitle, newX, newY, series, bands, notes);
    }

    private static <T> List<T> joined(List<T> first, T[] more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }
}
