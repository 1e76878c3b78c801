package org.eoslab.figure.report;

/** How large the computations behind the figures are. */
public enum Size {
    /** Smaller where there are large ones: for a look, and for tests. */
    QUICK(" --quick"),
    /** Seconds, and minutes for the three that need data. */
    USUAL(""),
    /** The three that need data on all of it that is there, up to the paper's amount: hours. */
    FULL(" --full");

    private final String option;

    Size(String option) {
        this.option = option;
    }

    /** What it adds to the command. */
    String option() {
        return option;
    }
}
