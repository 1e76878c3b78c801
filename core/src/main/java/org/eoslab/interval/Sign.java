package org.eoslab.interval;

import java.math.BigDecimal;

/** What an interval says about the sign of the number it encloses. */
public enum Sign {
    /** Certainly below zero. */
    NEGATIVE,
    /** Exactly zero. */
    ZERO,
    /** Certainly above zero. */
    POSITIVE,
    /** The interval is too wide to tell. */
    UNDECIDED;

    /** Of an exact number. */
    public static Sign of(BigDecimal value) {
        return value.signum() > 0 ? POSITIVE : value.signum() < 0 ? NEGATIVE : ZERO;
    }
}
