package org.eoslab.claim;

/** What a check found. */
public enum Verdict {
    /** True at every step looked at. */
    HOLDS("holds"),
    /** Violated at some step. */
    FAILS("fails"),
    /** Its conditions are not met by this run. */
    NOT_APPLICABLE("not applicable"),
    /** The run is too short to tell. */
    NOT_REACHED("not reached"),
    /** True of the exact real trajectory, by interval arithmetic. */
    PROVED("proved"),
    /** False of the exact real trajectory, by interval arithmetic. */
    DISPROVED("disproved"),
    /** The intervals are too wide at the digits used. */
    UNDECIDED("undecided");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The name in JSON and tables. */
    public String label() {
        return label;
    }
}
