package org.eoslab.plot;

/** One pair of axes in a figure. */
public sealed interface Panel permits Plot, HeatMap {
    /** What stands above it, empty for nothing. */
    String title();

    /** The horizontal axis. */
    PlotAxis x();

    /** The vertical axis. */
    PlotAxis y();
}
