package org.eoslab.model.minimalist.proof.prover;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/** The enclosed slacks of a claim: proved where all are ≥ 0, disproved where one is certainly negative. */
public final class Slack {
    private double margin = Double.POSITIVE_INFINITY;
    private long worstStep = -1;
    private boolean disproved;
    private boolean undecided;
    private long insufficient = -1;

    /** Takes note of a slack that is to be ≥ 0. */
    public void see(long step, Interval slack) {
        if (slack.sign() == Sign.NEGATIVE) {
            disproved = true;
        } else if (!slack.isNonNegative()) {
            undecided = true;
        }
        if (slack.lowerDouble() < margin) {
            margin = slack.lowerDouble();
            worstStep = step;
        }
    }

    /** Takes note of a slack that is to be &gt; 0. */
    public void seePositive(long step, Interval slack) {
        see(step, slack);
        if (slack.sign() == Sign.ZERO) {
            disproved = true;
        } else if (slack.sign() == Sign.UNDECIDED) {
            undecided = true;
        }
    }

    /** Takes note of a slack that proves its claim when ≥ 0, and from which nothing follows when &lt; 0. */
    public void seeSufficient(long step, Interval slack) {
        if (slack.sign() != Sign.NEGATIVE) {
            see(step, slack);
        } else if (insufficient < 0) {
            insufficient = step;
        }
    }

    /** Takes note of a question that the digits in use leave open. */
    public void doubt() {
        undecided = true;
    }

    /** Takes note of a violation that is certain without a number. */
    public void refute(long step) {
        disproved = true;
        margin = Math.min(margin, 0);
        worstStep = step;
    }

    /** Whether some slack is certainly negative. */
    public boolean disproved() {
        return disproved;
    }

    /** Whether more digits are needed for a verdict: nothing was disproved and some slack could not be told. */
    public boolean undecided() {
        return undecided && !disproved;
    }

    /** The finding of a claim that the steps taken leave open, whatever the digits. */
    public static Finding open(Claim claim, String attained, String why) {
        return Finding.of(claim, Verdict.UNDECIDED, Double.NaN, -1, attained, why);
    }

    /** The finding; undecided when no step was seen. */
    public Finding finding(Claim claim, String attained, String note) {
        if (insufficient >= 0 && !disproved) {
            return open(claim, "", "what would prove it is false at step " + insufficient + "; that refutes nothing");
        }
        Verdict verdict =
                disproved ? Verdict.DISPROVED : undecided || worstStep < 0 ? Verdict.UNDECIDED : Verdict.PROVED;
        double shown = worstStep < 0 ? Double.NaN : margin;
        return Finding.of(claim, verdict, shown, worstStep, attained, note);
    }
}
