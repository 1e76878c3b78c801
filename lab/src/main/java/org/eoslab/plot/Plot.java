package org.eoslab.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Series over an x-axis, with bands behind them. Series are drawn in order, so the last is on top.
 *
 * @param title what stands above it, empty for nothing
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series at least one before it is drawn
 * @param bands may be empty
 */
public record Plot(String title, Axis x, Axis y, List<Series> series, List<Band> bands) implements Panel {
    /** Copies the lists. */
    public Plot {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
    }

    /** A plot without series yet. */
    public static Plot of(String title, Axis x, Axis y) {
        return new Plot(title, x, y, List.of(), List.of());
    }

    /** With further series on top. */
    public Plot with(Series... more) {
        List<Series> all = new ArrayList<>(series);
        all.addAll(List.of(more));
        return new Plot(title, x, y, all, bands);
    }

    /** With further bands. */
    public Plot with(Band... more) {
        List<Band> all = new ArrayList<>(bands);
        all.addAll(List.of(more));
        return new Plot(title, x, y, series, all);
    }
}
