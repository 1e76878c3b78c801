package org.eoslab.claim;

/**
 * The worst case of an inequality along a run: the smallest slack seen, and where. A slack is ≥ 0 exactly when the inequality
 * holds; one below zero by no more than what rounding explains counts as zero.
 */
public final class Worst {
    private double margin = Double.POSITIVE_INFINITY;
    private long step = -1;

    /**
     * Takes note of an inequality that is exact in floating point.
     *
     * @param at the step
     * @param slack how far it is from being violated; NaN counts as violated
     */
    public void see(long at, double slack) {
        see(at, slack, 0);
    }

    /**
     * Takes note of an inequality between rounded numbers.
     *
     * @param at the step
     * @param slack how far it is from being violated; NaN counts as violated
     * @param rounding the largest error of {@code slack} that rounding explains, ≥ 0
     */
    public void see(long at, double slack, double rounding) {
        double value = slack < 0 && slack >= -rounding ? 0 : slack;
        if (!(value >= margin)) {
            margin = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
            step = at;
        }
    }

    /** The smallest slack, +∞ when none was seen. */
    public double margin() {
        return margin;
    }

    /** The step of the smallest slack, the first one when several share it; −1 when none was seen. */
    public long step() {
        return step;
    }

    /** Whether the inequality held every time. */
    public boolean holds() {
        return margin >= 0;
    }

    /** The finding: holds or fails, or not reached when no step was seen. */
    public Finding finding(Claim claim, String attained, String note) {
        if (step < 0) {
            return Finding.notReached(claim, note.isEmpty() ? "no step of this run is concerned" : note);
        }
        return Finding.of(claim, holds() ? Verdict.HOLDS : Verdict.FAILS, margin, step, attained, note);
    }
}
