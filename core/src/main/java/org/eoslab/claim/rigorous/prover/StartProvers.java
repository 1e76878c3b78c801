package org.eoslab.claim.rigorous.prover;

import java.math.BigDecimal;
import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.enclosure.EnclosedDescent;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.claim.rigorous.prover.StepProver.Attained;
import org.eoslab.interval.Interval;

/**
 * Lemma 5.1 and Proposition C.1, which are about the start alone.
 *
 * <p>L5.1: the slack is ηφ(θ₀) − 2. C.1: low = 2/(λ₁α∞²) and high = min(2/(λ₁α²), √(0.1/(λ₁λ₂))); (S1), (S4) and (S5) are monotone
 * in η and hold inside by the meaning of the ends, (S2) and (S3) are free of η and were decided exactly, so the slack is
 * high − low.
 */
public final class StartProvers {
    private static final BigDecimal MAX_G = new BigDecimal("0.1");

    private StartProvers() {}

    public static Prover flowSharpness(EnclosedDescent descent) {
        return StepProver.of(
                "L5.1",
                Attained.of("ηφ(θ₀)", s -> FlowProvers.flowSharpness(descent, s.state())),
                s -> s.state().step() > 0
                        ? List.of()
                        : List.of(FlowProvers.flowSharpness(descent, s.state()).minus(descent.two())));
    }

    public static Prover window(EnclosedDescent descent) {
        return new Window(descent, new Slack(), new Range(), new Range());
    }

    private record Window(EnclosedDescent descent, Slack slack, Range low, Range high) implements Prover {
        @Override
        public String id() {
            return "C.1";
        }

        @Override
        public void see(EnclosedStep step) {
            if (step.state().step() > 0) {
                return;
            }
            Interval eta = descent.enclose(descent.settings().eta());
            Interval two = descent.two();
            Interval least = two.times(eta).dividedBy(FlowProvers.flowSharpness(descent, step.state()));
            Interval rates = descent.enclose(MAX_G).dividedBy(descent.u().times(descent.v()));
            Interval most = eta.times(two.dividedBy(step.curvature()).min(rates.sqrt()));
            slack.see(0, most.minus(least));
            low.see(least);
            high.see(most);
        }

        @Override
        public Finding finding(Claim claim) {
            return slack.finding(claim, "EoS window from low in " + low + " to high in " + high, "");
        }
    }
}
