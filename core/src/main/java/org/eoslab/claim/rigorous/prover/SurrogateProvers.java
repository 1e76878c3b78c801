package org.eoslab.claim.rigorous.prover;

import java.math.BigDecimal;
import java.util.List;
import org.eoslab.claim.enclosure.Branch;
import org.eoslab.claim.enclosure.EnclosedDescent;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.claim.rigorous.prover.StepProver.Attained;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * Lemma 4.5 and Theorem 4.6 with y = √(2/u)β₂, ρ = α√(u/2), so that αβ₂ = ρy.
 *
 * <p>L4.5: (1 − ρy)² is monotone in ρ while ρy ≤ 1, so the bounds with the attained [ρ₋, ρ₊] hold, with equality at the extremes,
 * once 1 − αβ₂ ≥ 0, y &gt; 0 and 1 − y &gt; 0 are decided; and ρ ≤ 1 gives 1 − ρy ≥ 1 − y. T4.6: (1 − y⁺)/(1 − y) = 1 − 2rμ exactly,
 * μ = ρ(1 − ρy)/(1 − y); products of factors between 1 − 2rM and 1 − 2rm obey the bounds once 1 − 2rμ &gt; 0, that is 1 − y⁺ &gt; 0,
 * is decided. Steps where y ≤ 0.9 can't be excluded count as in. All of that suffices, and where it fails nothing follows.
 */
public final class SurrogateProvers {
    private static final BigDecimal MAX_Y = new BigDecimal("0.9");

    private final EnclosedDescent descent;
    private final Interval scale;
    private final Interval maxY;

    private SurrogateProvers(EnclosedDescent descent) {
        this.descent = descent;
        scale = descent.two().dividedBy(descent.u()).sqrt();
        maxY = descent.enclose(MAX_Y);
    }

    public static Prover bounds(EnclosedDescent descent) {
        SurrogateProvers curve = new SurrogateProvers(descent);
        Attained rho = Attained.of("while y ≤ 0.9 ρ", s -> s.state().alpha().dividedBy(curve.scale));
        return StepProver.sufficient("L4.5", rho, curve::positive);
    }

    public static Prover decay(EnclosedDescent descent) {
        SurrogateProvers curve = new SurrogateProvers(descent);
        return StepProver.sufficient("T4.6", Attained.of("[m, M]", curve::rate), curve::factor);
    }

    private List<Interval> positive(EnclosedStep step) {
        Interval y = scale.times(step.state().beta2());
        return maxY.isBelow(y)
                ? List.of()
                : List.of(step.residual(), y, descent.one().minus(y));
    }

    private List<Interval> factor(EnclosedStep step) {
        Interval y = scale.times(step.state().beta2());
        Interval next = scale.times(step.next().beta2());
        if (maxY.isBelow(y) || maxY.isBelow(next)) {
            return List.of();
        }
        if (step.branch() == Branch.SCALED) {
            // The factor is then 1 − 2rsμ: nothing follows.
            return List.of(descent.one().negate());
        }
        return List.of(descent.one().minus(y), descent.one().minus(next), step.residual());
    }

    private Interval rate(EnclosedStep step) {
        Interval gap = descent.one().minus(scale.times(step.state().beta2()));
        return gap.sign() == Sign.POSITIVE
                ? step.state().alpha().dividedBy(scale).times(step.residual()).dividedBy(gap)
                : descent.one();
    }
}
