package org.eoslab.model.minimalist.proof.prover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.proof.prover.StepProver.Attained;

/**
 * Lemma 4.2 (iii) and Theorem 4.3. The slacks are ρ = 1 − αβ₂ (β₂⁺ − β₂ = ηλ₂αρ has its sign); the change of α and 2 − ηλ₁α²
 * before the crossing (below 2, |1 − ηλ₁α²| &lt; 1 makes β₁² decrease); ηλ₁α² − κ and η(φ(θ₀)(1 + ε) − λ₁α²) after it.
 */
public final class SharpeningProvers {
    private SharpeningProvers() {}

    public static Prover relevantWeight() {
        return StepProver.of(
                "L4.2iii",
                Attained.of("β₂", s -> s.state().beta2()),
                s -> List.of(s.residual(), s.state().alpha(), s.state().beta2()));
    }

    /** Theorem 4.3 before the crossing; a run without one leaves it open. */
    public static Prover before(EnclosedDescent descent) {
        Crossing crossing = new Crossing();
        StepProver steps = StepProver.of("T4.3a", Attained.of("before T₁ ηλ₁α²", EnclosedStep::curvature), s -> {
            crossing.see(s);
            if (crossing.crossed()) {
                return List.of();
            }
            // At the start α may keep its value: (S3) allows equality, and was decided exactly.
            Interval two = descent.two();
            return s.state().step() == 0
                    ? List.of(two.minus(s.curvature()))
                    : List.of(two.minus(s.curvature()), s.change());
        });
        return new Conditional(
                steps, crossing::crossed, claim -> Slack.open(claim, "", "no crossing of 2/η on the steps taken"));
    }

    /** Theorem 4.3 after the crossing with φ(θ₀)(1 + {@code overshoot}) for the upper bound. */
    public static Prover after(EnclosedDescent descent, BigDecimal overshoot) {
        Crossing crossing = new Crossing();
        Interval bound =
                FlowEnd.flowSharpness(descent, descent.start()).times(descent.enclose(BigDecimal.ONE.add(overshoot)));
        return StepProver.of(
                "T4.3b", Attained.of("from T₁ on ηλ₁α² (2 is the threshold)", EnclosedStep::curvature), s -> {
                    crossing.see(s);
                    List<Interval> slacks = new ArrayList<>();
                    if (crossing.crossed()) {
                        slacks.add(bound.minus(s.curvature()));
                        descent.kappa()
                                .ifPresent(kappa -> slacks.add(
                                        s.state().atFloor()
                                                ? kappa.times(Interval.of(0, kappa.bits()))
                                                : s.curvature().minus(kappa)));
                    }
                    return slacks;
                });
    }

    /** Whether the threshold has been exceeded. */
    private static final class Crossing {
        private boolean crossed;

        void see(EnclosedStep step) {
            crossed |= step.above();
        }

        boolean crossed() {
            return crossed;
        }
    }
}
