package org.eoslab.model.minimalist.proof.prover;

import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.proof.prover.StepProver.Attained;

/**
 * Lemma 5.1 and Proposition C.1, which are about the start alone.
 *
 * <p>L5.1: the slack is ηφ(θ₀) − 2. C.1: (S1), (S4), (S5) and (S6) are monotone in η, (S2) and (S3) free of it, so the admissible η
 * form an interval; it is not empty since the run's own η, which was decided exactly, lies in it. The slack is its width.
 */
public final class StartProvers {
    private StartProvers() {}

    public static Prover flowSharpness(EnclosedDescent descent) {
        return StepProver.of(
                "L5.1",
                Attained.of("ηφ(θ₀)", s -> FlowEnd.flowSharpness(descent, s.state())),
                s -> s.state().step() > 0
                        ? List.of()
                        : List.of(FlowEnd.flowSharpness(descent, s.state()).minus(descent.two())));
    }

    public static Prover window(ExactSettings settings) {
        return new Window(EosWindow.of(settings), new Slack());
    }

    private record Window(EosWindow window, Slack slack) implements Prover {
        @Override
        public String id() {
            return "C.1";
        }

        @Override
        public void see(EnclosedStep step) {
            if (step.state().step() == 0) {
                int bits = step.state().alpha().bits();
                slack.see(0, Interval.exactly(window.high(), bits).minus(Interval.exactly(window.low(), bits)));
            }
        }

        @Override
        public Finding finding(Claim claim) {
            return slack.finding(
                    claim,
                    "EoS window (" + window.low() + ", " + window.high() + "], set by " + window.limitedBy(),
                    "");
        }
    }
}
