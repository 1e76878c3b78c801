package org.eoslab.claim.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.certificate.ConvergenceCertifier;
import org.eoslab.claim.enclosure.EnclosedDescent;
import org.eoslab.claim.enclosure.EnclosedState;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.claim.enclosure.ExactSettings;
import org.eoslab.claim.enclosure.UndecidedException;
import org.eoslab.claim.minimalist.MinimalistClaims;
import org.eoslab.claim.rigorous.prover.ConvergenceProver;
import org.eoslab.claim.rigorous.prover.EdgeProver;
import org.eoslab.claim.rigorous.prover.FlowProvers;
import org.eoslab.claim.rigorous.prover.HessianProvers;
import org.eoslab.claim.rigorous.prover.Prover;
import org.eoslab.claim.rigorous.prover.SharpeningProvers;
import org.eoslab.claim.rigorous.prover.Slack;
import org.eoslab.claim.rigorous.prover.StartProvers;
import org.eoslab.claim.rigorous.prover.SurrogateProvers;
import org.eoslab.dynamics.ClippingRule;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.interval.Interval;
import org.eoslab.objective.Minimalist;

/**
 * Decides the claims for the exact trajectory. It runs in intervals; where they are too wide to decide a branch, a label or a
 * claim, it begins again with more digits. It goes on beyond the steps asked for, up to {@link #PATIENCE} times as many, until
 * the convergence certificate holds.
 */
public final class RigorousCheck {
    /** How many times the steps asked for to go on for a certificate. */
    public static final int PATIENCE = 8;

    /** The most decimal digits to try. */
    public static final int MOST_DIGITS = 3200;

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
     * @param digits the decimal digits to begin with, from 10 to {@link #MOST_DIGITS}
     * @param progress told of every step
     */
    public static RigorousReport run(ExactSettings settings, long steps, int digits, Progress progress) {
        return run(settings, steps, digits, progress, RigorousCheck::all);
    }

    static RigorousReport run(ExactSettings settings, long steps, int digits, Progress progress, Provers provers) {
        if (digits < 10 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("digits = " + digits + ": must be from 10 to " + MOST_DIGITS);
        }
        int current = digits;
        while (true) {
            Attempt attempt = new Attempt(settings, current, provers);
            attempt.run(steps, current < MOST_DIGITS, progress);
            if (attempt.settled || current == MOST_DIGITS) {
                return attempt.report();
            }
            // Widths grow by about the same number of digits each step, and a step at twice the digits costs little
            // more.
            double wanted = RESERVE * current * steps / Math.max(1, attempt.reached);
            current = (int) Math.min(MOST_DIGITS, Math.max(2.0 * current, Math.min(4.0 * current, wanted)));
        }
    }

    private static List<Prover> all(EnclosedDescent descent) {
        return List.of(
                HessianProvers.ratio(descent),
                HessianProvers.alignment(descent),
                SharpeningProvers.relevantWeight(),
                SharpeningProvers.before(descent),
                SharpeningProvers.after(descent),
                new EdgeProver(),
                SurrogateProvers.bounds(descent),
                SurrogateProvers.decay(descent),
                StartProvers.flowSharpness(descent),
                FlowProvers.bounds(descent),
                StartProvers.window(descent));
    }

    /** The same run in doubles: it names the claims and proposes certificates. */
    private static MinimalistDescent approximate(ExactSettings settings) {
        Minimalist model = new Minimalist(
                settings.lambda1().doubleValue(), settings.lambda2().doubleValue());
        double eta = settings.eta().doubleValue();
        ClippingRule clip = settings.kappa()
                .<ClippingRule>map(k -> ClippingRule.Floor.of(k.doubleValue(), eta, model))
                .orElse(new ClippingRule.None());
        return new MinimalistDescent(model, eta, clip);
    }

    /** One run at one precision. */
    private static final class Attempt {
        private final ExactSettings settings;
        private final int digits;
        private final EnclosedDescent descent;
        private final MinimalistDescent doubles;
        private final ConvergenceProver convergence;
        private final List<Prover> provers;
        private long reached;
        private boolean settled;
        private String trouble = "";

        Attempt(ExactSettings settings, int digits, Provers provers) {
            this.settings = settings;
            this.digits = digits;
            descent = new EnclosedDescent(settings, Interval.bits(digits));
            doubles = approximate(settings);
            convergence = new ConvergenceProver(descent, new ConvergenceCertifier(doubles));
            this.provers = new ArrayList<>(List.of(convergence));
            Optional<String> objection = settings.violated();
            for (Prover prover : provers.of(descent)) {
                if (objection(prover.id(), objection).isEmpty()) {
                    this.provers.add(prover);
                }
            }
        }

        /** Runs until the end, or, when {@code strict}, until something could not be decided. */
        void run(long steps, boolean strict, Progress progress) {
            boolean certifiable = objection("T4.1", settings.violated()).isEmpty();
            EnclosedState state = descent.start();
            while (true) {
                EnclosedStep step;
                try {
                    step = descent.step(state);
                } catch (UndecidedException e) {
                    trouble = e.what();
                    return;
                }
                reached = state.step();
                boolean undecided = false;
                for (Prover prover : provers) {
                    prover.see(step);
                    undecided |= prover.slack().undecided();
                }
                if (undecided && strict) {
                    return;
                }
                boolean open = certifiable && convergence.certificate().isEmpty();
                long last = open && reached >= steps ? Math.multiplyExact(PATIENCE, steps) : steps;
                progress.at(reached, last, digits);
                if (reached >= last) {
                    settled = true;
                    return;
                }
                state = step.next();
            }
        }

        RigorousReport report() {
            List<Finding> findings = new ArrayList<>();
            Optional<String> inadmissible = settings.violated();
            for (Claim claim : MinimalistClaims.of(doubles)) {
                Optional<String> objection = objection(claim.id(), inadmissible);
                if (objection.isPresent()) {
                    findings.add(Finding.notApplicable(claim, objection.get()));
                    continue;
                }
                for (Prover prover : provers) {
                    if (prover.id().equals(claim.id())) {
                        Finding finding = prover.finding(claim);
                        findings.add(settled ? finding : stopped(claim, finding));
                    }
                }
            }
            return new RigorousReport(List.copyOf(findings), convergence.certificate(), digits, reached);
        }

        /** What was proved of the steps taken is not proved of all that were asked for. */
        private Finding stopped(Claim claim, Finding finding) {
            return finding.verdict() == Verdict.DISPROVED
                    ? finding
                    : Slack.open(claim, finding.attained(), "at " + digits + " digits " + trouble);
        }

        /** Why a claim does not apply to this start; the lemmas on the Hessian apply to all. */
        private Optional<String> objection(String id, Optional<String> inadmissible) {
            if (id.equals("L4.2i") || id.equals("L4.2ii")) {
                return Optional.empty();
            }
            return id.equals("T4.4") ? inadmissible.or(settings::violatedFlatter) : inadmissible;
        }
    }
}
