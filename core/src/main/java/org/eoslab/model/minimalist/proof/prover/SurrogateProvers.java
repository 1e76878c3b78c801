package org.eoslab.model.minimalist.proof.prover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.proof.prover.StepProver.Attained;

/**
 * Lemma 4.5 and Theorem 4.6 with y = √(2/u)β₂, ρ = α√(u/2), so that αβ₂ = ρy.
 *
 * <p>L4.5: (1 − ρy)² is monotone in ρ while ρy ≤ 1, so the bounds with the attained [ρ₋, ρ₊] hold, with equality at the extremes,
 * where 1 − αβ₂ ≥ 0, y &gt; 0 and 1 − y &gt; 0; where αβ₂ &gt; 1 the lower bound is 0, and the upper one is 2 − (α + α₋)β₂ ≥ 0, decided
 * once α₋ is known. Where ρ ≤ 1 and 0 &lt; y ≤ 1, 1 − ρy ≥ 1 − y ≥ 0. T4.6: (1 − y⁺)/(1 − y) = 1 − 2rμ exactly,
 * μ = ρ(1 − ρy)/(1 − y); products of factors between 1 − 2rM and 1 − 2rm obey the bounds once 1 − 2rμ &gt; 0, that is 1 − y⁺ &gt; 0,
 * is decided. Steps where y ≤ ȳ can't be excluded count as in.
 */
public final class SurrogateProvers {
    private final EnclosedDescent descent;
    private final Interval scale;
    private final Interval maxY;

    private SurrogateProvers(EnclosedDescent descent, BigDecimal ybar) {
        this.descent = descent;
        scale = descent.two().dividedBy(descent.u()).sqrt();
        maxY = descent.enclose(ybar);
    }

    /** Lemma 4.5 up to y ≤ {@code ybar}. */
    public static Prover bounds(EnclosedDescent descent, BigDecimal ybar) {
        return new Bounds(new SurrogateProvers(descent, ybar));
    }

    /** Theorem 4.6 up to y ≤ {@code ybar}. */
    public static Prover decay(EnclosedDescent descent, BigDecimal ybar) {
        SurrogateProvers curve = new SurrogateProvers(descent, ybar);
        StepProver steps = StepProver.of("T4.6", Attained.of("[m, M]", curve::rate), curve::factor);
        return new Conditional(
                steps,
                () -> !steps.range().isEmpty(),
                claim -> Finding.notApplicable(claim, "y is above ȳ within a step"));
    }

    private Interval y(EnclosedState state) {
        return scale.times(state.beta2());
    }

    private List<Interval> factor(EnclosedStep step) {
        Interval y = y(step.state());
        Interval next = y(step.next());
        return maxY.isBelow(y) || maxY.isBelow(next)
                ? List.of()
                : List.of(descent.one().minus(y), descent.one().minus(next));
    }

    private Interval rate(EnclosedStep step) {
        Interval gap = descent.one().minus(y(step.state()));
        return gap.sign() == Sign.POSITIVE
                ? step.state().alpha().dividedBy(scale).times(step.residual()).dividedBy(gap)
                : descent.one();
    }

    private static final class Bounds implements Prover {
        private final SurrogateProvers curve;
        private final Slack slack = new Slack();
        private final Range rho = new Range();
        private final List<EnclosedState> beyond = new ArrayList<>();
        private Interval least;

        Bounds(SurrogateProvers curve) {
            this.curve = curve;
            least = curve.descent.start().alpha();
        }

        @Override
        public String id() {
            return "L4.5";
        }

        @Override
        public void see(EnclosedStep step) {
            EnclosedState state = step.state();
            Interval y = curve.y(state);
            slack.seeSufficient(state.step(), y);
            if (curve.maxY.isBelow(y)) {
                return;
            }
            slack.see(state.step(), curve.descent.one().minus(y));
            rho.see(state.alpha().dividedBy(curve.scale));
            least = least.min(state.alpha());
            if (step.residual().sign() == Sign.NEGATIVE) {
                beyond.add(state);
            } else {
                slack.see(state.step(), step.residual());
            }
        }

        @Override
        public Slack slack() {
            return slack;
        }

        @Override
        public Finding finding(Claim claim) {
            for (EnclosedState state : beyond) {
                Interval sum = state.alpha().plus(least);
                slack.see(state.step(), curve.descent.two().minus(sum.times(state.beta2())));
            }
            beyond.clear();
            return slack.finding(claim, "while y ≤ ȳ ρ in " + rho, rho.isEmpty() ? "y starts above ȳ" : "");
        }
    }
}
