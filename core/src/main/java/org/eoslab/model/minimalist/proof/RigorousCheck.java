package org.eoslab.model.minimalist.proof;

import java.util.List;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.proof.prover.ConstrainedProver;
import org.eoslab.model.minimalist.proof.prover.EdgeProver;
import org.eoslab.model.minimalist.proof.prover.FlowBoundsProver;
import org.eoslab.model.minimalist.proof.prover.HessianProvers;
import org.eoslab.model.minimalist.proof.prover.Prover;
import org.eoslab.model.minimalist.proof.prover.SharpeningProvers;
import org.eoslab.model.minimalist.proof.prover.StartProvers;
import org.eoslab.model.minimalist.proof.prover.SurrogateProvers;

/**
 * Decides the claims for the exact trajectory. It runs in intervals; where they are too wide to decide a branch, a label or a
 * claim, it begins again with more digits. It goes on beyond the steps asked for, up to {@link #PATIENCE} times as many, until
 * the convergence certificate holds.
 */
public final class RigorousCheck {
    /** How many times the steps asked for to go on for a certificate. */
    public static final int PATIENCE = 8;

    /** How many digits more than the widths' growth so far calls for. */
    private static final double RESERVE = 1.1;

    private RigorousCheck() {}

    /** Makes the provers of a run. */
    @FunctionalInterface
    interface Provers {
        List<Prover> of(EnclosedDescent descent);
    }

    /**
     * Checks every claim of the minimalist model.
     *
     * @param settings the run, in exact numbers
     * @param steps the steps to check, at least 0
     * @param digits the decimal digits to begin with, from 10 to {@link Rigorous#MAX_DIGITS}
     * @param progress told of every step
     */
    public static RigorousReport run(ExactSettings settings, long steps, int digits, ProofProgress progress) {
        return run(settings, steps, digits, progress, Constants.DEFAULT);
    }

    /** The same with other constants. */
    public static RigorousReport run(
            ExactSettings settings, long steps, int digits, ProofProgress progress, Constants constants) {
        return run(settings, steps, digits, progress, constants, d -> all(d, constants));
    }

    static RigorousReport run(
            ExactSettings settings,
            long steps,
            int digits,
            ProofProgress progress,
            Constants constants,
            Provers provers) {
        if (digits < 10 || digits > Rigorous.MAX_DIGITS) {
            throw new IllegalArgumentException("digits = " + digits + ": must be from 10 to " + Rigorous.MAX_DIGITS);
        }
        int current = digits;
        while (true) {
            Attempt attempt = new Attempt(settings, current, constants, provers);
            attempt.run(steps, current < Rigorous.MAX_DIGITS, progress);
            if (attempt.settled() || attempt.escaped() || current == Rigorous.MAX_DIGITS) {
                return attempt.report();
            }
            // Widths grow by about the same number of digits each step, and a step at twice the digits costs little
            // more.
            double wanted = RESERVE * current * steps / Math.max(1, attempt.reached());
            current = (int) Math.min(Rigorous.MAX_DIGITS, Math.max(2.0 * current, Math.min(4.0 * current, wanted)));
        }
    }

    private static List<Prover> all(EnclosedDescent descent, Constants constants) {
        return List.of(
                HessianProvers.ratio(descent),
                HessianProvers.alignment(descent),
                SharpeningProvers.relevantWeight(),
                SharpeningProvers.before(descent),
                SharpeningProvers.after(descent, constants.overshoot()),
                new EdgeProver(),
                SurrogateProvers.bounds(descent, constants.ybar()),
                SurrogateProvers.decay(descent, constants.ybar()),
                StartProvers.flowSharpness(descent),
                new FlowBoundsProver(descent),
                StartProvers.window(descent.settings()),
                ConstrainedProver.stableSet(descent),
                ConstrainedProver.decay(descent));
    }
}
