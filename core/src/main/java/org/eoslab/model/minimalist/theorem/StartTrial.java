package org.eoslab.model.minimalist.theorem;

import java.util.Optional;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.Condition;
import org.eoslab.model.minimalist.admissible.RandomStart;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Simulation;

/**
 * A search for a violation: gradient descent from an admissible start, which keeps no rows, against what the claims come down to. At each
 * step L4.2iii, T4.3a, T4.3b, T4.4, T4.4* and a² ≤ A²; φ = λ₁α∞², from which T5.2 follows with L4.2iii, or its upper bound; and along the constrained trajectory the stable
 * set of L5.4 with a loss that does not grow (T5.5). L4.2i and L4.2ii are exact for all parameters, L4.5 and T4.6 follow from αβ₂ ≤ 1, L5.1 and
 * C.1 are conditions on the start.
 *
 * <p>It ends when λ₁α² has come back to 2/η twice, at a certificate that nothing new will come, or after 40,000 steps.
 *
 * @param violation the claim that is violated and where; empty when none is
 * @param crossed whether 2/η was crossed
 * @param complete whether it ended before its last step
 * @param covered whether T4.3a* proves for this start that it crosses, α never decreasing before
 * @param returning whether T4.4* proves for this start that it comes back, its first fall above 2/η ending not before
 * @param steps the steps taken
 */
public record StartTrial(
        Optional<String> violation, boolean crossed, boolean complete, boolean covered, boolean returning, long steps) {
    private static final long LONGEST = 40_000;
    private static final int RETURNS = 2;

    /** Steps between looks for a certificate. */
    private static final int PAUSE = 64;

    /** αβ₂: three roundings of 2⁻⁵³. */
    private static final double PRODUCT = 3 * 0x1p-53;

    /** (S3) allows the first step of α to be 0, a difference of equal numbers. */
    private static final double FIRST = 8 * 0x1p-53;

    /** D = ra² − gc² after 40,000 steps, each of a few roundings of 2⁻⁵³. */
    private static final double DRIFT = 1e-10;

    private static final double OVERSHOOT = 1.005;

    /** Tries a start. */
    public static StartTrial of(RandomStart start) {
        ExactSettings exact = start.settings();
        StartTrial found = new Trial(start.dynamics(), Known.of(exact)).run(start.parameters());
        if (found.violation.isPresent() || exact.outsideStableSet().isPresent()) {
            return found;
        }
        return new StartTrial(
                constrained(start.dynamics(), start.parameters(), found.steps),
                found.crossed,
                found.complete,
                found.covered,
                found.returning,
                found.steps);
    }

    private static Optional<String> constrained(MinimalistDescent descent, double[] start, long steps) {
        MinimalistConstrained dynamics = new MinimalistConstrained(descent.model(), descent.eta());
        double bound = dynamics.alphaBound();
        State state = dynamics.start(new double[] {Math.min(start[0], bound), 0, start[2]});
        double[] w = state.parameters();
        double before = 1;
        while (state.step() < steps) {
            double residual = 1 - w[Minimalist.ALPHA] * w[Minimalist.BETA2];
            if (!(residual >= -PRODUCT && residual <= before + PRODUCT)) {
                return Optional.of("T5.5 at step " + state.step());
            }
            if (!(dynamics.dominance(w[Minimalist.ALPHA], w[Minimalist.BETA2]) > 0 && w[Minimalist.ALPHA] <= bound)) {
                return Optional.of("L5.4 at step " + state.step());
            }
            if (residual < PRODUCT) {
                break;
            }
            before = residual;
            Simulation.advance(dynamics, state, state.step() + 1);
        }
        return Optional.empty();
    }

    /**
     * What the start alone says of its run.
     *
     * @param belowTheLayer whether (S7) holds
     * @param flatter whether it is in the flatter subset too
     * @param covered whether T4.3a* proves that it crosses, α never decreasing before
     * @param returning whether T4.4* covers it
     * @param largest A²
     */
    private record Known(boolean belowTheLayer, boolean flatter, boolean covered, boolean returning, double largest) {
        static Known of(ExactSettings start) {
            AdmissibleSet set = new AdmissibleSet(start);
            boolean belowTheLayer = set.belowTheLayer().holds();
            return new Known(
                    belowTheLayer,
                    belowTheLayer && set.flatter().map(Condition::holds).orElse(false),
                    new Crossing(start).find().map(Crossing.Found::monotone).orElse(false),
                    Returning.cover(start).objection().isEmpty(),
                    set.largestCurvature().doubleValue());
        }
    }

    /** One run on its way. */
    private static final class Trial {
        private final MinimalistDescent dynamics;
        private final Minimalist model;
        private final Known known;
        private final double largest;
        private final double threshold;
        private final double floor;
        private final double z;
        private double most;
        private boolean crossed;
        private boolean fell;
        private boolean turned;
        private int returns;

        Trial(MinimalistDescent dynamics, Known known) {
            this.dynamics = dynamics;
            this.model = dynamics.model();
            this.known = known;
            this.largest = known.largest * (1 + DRIFT);
            this.threshold = 2 / dynamics.eta();
            this.floor = dynamics.clip() instanceof ClippingRule.Floor rule ? rule.bound() : 0;
            this.z = Math.sqrt(model.lambda2() / (model.lambda1() - model.lambda2()));
        }

        StartTrial run(double[] start) {
            State state = dynamics.start(start);
            double[] w = state.parameters();
            double flow = OVERSHOOT * model.gfsSharpness(w[0], w[1], w[2]);
            ConvergenceCertifier certifier = new ConvergenceCertifier(dynamics);
            boolean complete = false;
            String violation = "";
            while (violation.isEmpty() && !complete && state.step() < LONGEST) {
                long step = state.step();
                double alpha = w[Minimalist.ALPHA];
                double beta2 = w[Minimalist.BETA2];
                violation = here(alpha, w[Minimalist.BETA1], beta2, flow);
                complete = returns >= RETURNS
                        || step % PAUSE == 0
                                && certifier
                                        .at(step, alpha, w[Minimalist.BETA1], beta2)
                                        .isPresent();
                Simulation.advance(dynamics, state, state.step() + 1);
                if (w[Minimalist.BETA2] < beta2 * (1 - PRODUCT)) {
                    violation = "L4.2iii";
                }
                if (violation.isEmpty()) {
                    violation = turn(alpha, w[Minimalist.ALPHA] / alpha - 1, step == 0 ? FIRST : 0);
                }
            }
            if (violation.isEmpty() && complete) {
                violation = known.covered && !crossed ? "T4.3a*" : known.returning && returns == 0 ? "T4.4*" : "";
            }
            return new StartTrial(
                    violation.isEmpty() ? Optional.empty() : Optional.of(violation + " at step " + (state.step() - 1)),
                    crossed,
                    complete,
                    known.covered,
                    known.returning,
                    state.step());
        }

        /** What is violated in a state. */
        private String here(double alpha, double beta1, double beta2, double flow) {
            double square = alpha * alpha;
            double curvature = model.lambda1() * square;
            boolean above = curvature > threshold;
            if (crossed && !above && turned) {
                returns++;
                turned = false;
            }
            if (above && !crossed) {
                crossed = true;
                if (known.belowTheLayer && fell) {
                    return "T4.3a";
                }
            }
            if (!(1 - alpha * beta2 >= -PRODUCT)) {
                return "L4.2iii";
            }
            if (!(dynamics.eta() * curvature <= largest)) {
                return "T4.3b*";
            }
            if (crossed && !(alpha >= floor && curvature <= flow)) {
                return "T4.3b";
            }
            most = Math.max(most, alpha);
            double invariant = (alpha - beta2) * (alpha + beta2) - beta1 * beta1;
            // Where φ = λ₁G(C) the bounds follow from those of α; elsewhere the upper one is looked at, by the α
            // attained so far.
            return 1 + invariant * z - z * z >= 0
                            || model.gfsSharpness(alpha, beta1, beta2)
                                    <= model.lambda1() * Minimalist.solutionAlphaSquared(most * most - beta2 * beta2)
                    ? ""
                    : "T5.2";
        }

        /** What is violated in a step that changes α by the relative {@code change}. */
        private String turn(double alpha, double change, double rounding) {
            if (!crossed) {
                fell |= change < -rounding;
                return "";
            }
            boolean above = model.lambda1() * alpha * alpha > threshold;
            boolean rises = above && turned && change > 0;
            turned |= above && change < 0;
            return !rises || returns > 0 ? "" : known.flatter ? "T4.4" : known.returning ? "T4.4*" : "";
        }
    }
}
