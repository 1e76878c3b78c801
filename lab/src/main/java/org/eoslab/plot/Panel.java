package org.eoslab.plot;

/** A part of a figure: a pair of axes, or examples. */
public sealed interface Panel permits Plot, HeatMap, Gallery {
    /** What stands above it, empty for nothing. */
    String title();
}
