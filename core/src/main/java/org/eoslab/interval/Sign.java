package org.eoslab.interval;

/** What an interval says about the sign of the number it encloses. */
public enum Sign {
    /** Certainly below zero. */
    NEGATIVE,
    /** Exactly zero. */
    ZERO,
    /** Certainly above zero. */
    POSITIVE,
    /** The interval is too wide to tell. */
    UNDECIDED
}
