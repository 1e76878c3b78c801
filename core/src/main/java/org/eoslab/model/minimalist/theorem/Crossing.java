package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * A condition on the start under which 2/η is crossed, decided in intervals. With a² = ηλ₁α², B = ηλ₁β₁², y = √(2/(ηλ₁))β₂ at the
 * start, m² = min(a², κ) and some ȳ in (y, 1):
 *
 * <pre>
 * (C) g(ȳ² − y²)/2 − rg(ȳ − y + 2r) − 4B((ȳ − y)/(m²(1 − ȳ)) + r) &gt; r(2 − a²)
 * (M) 2B ≤ g·min(y(1 − y), ȳ(1 − ȳ))
 * </pre>
 *
 * (C) gives T₁ &lt; ∞, before y exceeds ȳ; with (M) α never decreases before T₁.
 *
 * @param start the start, of (S1), (S2) and (S6)
 */
record Crossing(ExactSettings start) {
    private static final int BITS = 128;
    private static final int POINTS = 64;

    /**
     * A ȳ for which (C) holds.
     *
     * @param bar ȳ
     * @param slack by how much the sides of (C) differ, at least
     * @param monotone whether (M) holds as well
     */
    record Found(double bar, double slack, boolean monotone) {}

    /** The best ȳ: one with (M) before one without, then that of the largest slack; empty when (C) holds for none of those tried. */
    Optional<Found> find() {
        Interval y = enclose(start.beta2())
                .times(whole(2).dividedBy(enclose(start.u())).sqrt());
        if (y.minus(whole(1)).sign() != Sign.NEGATIVE) {
            return Optional.empty();
        }
        Found best = null;
        for (int j = 1; j < POINTS; j++) {
            double bar = y.upperDouble() + (1 - y.upperDouble()) * j / POINTS;
            Interval slack = slack(y, Interval.exactly(bar, BITS));
            if (bar < 1 && slack.sign() == Sign.POSITIVE) {
                Found found = new Found(bar, slack.lowerDouble(), monotone(y, Interval.exactly(bar, BITS)));
                if (best == null
                        || found.monotone && !best.monotone
                        || found.monotone == best.monotone && found.slack > best.slack) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Interval slack(Interval y, Interval bar) {
        Interval r = enclose(start.lambda2()).dividedBy(enclose(start.lambda1()));
        Interval g = enclose(start.u()).times(enclose(start.v()));
        Interval width = bar.minus(y);
        Interval held = width.dividedBy(
                        enclose(new AdmissibleSet(start).lowest()).times(whole(1).minus(bar)))
                .plus(r);
        return g.times(bar.square().minus(y.square()))
                .dividedBy(whole(2))
                .minus(r.times(g).times(width.plus(whole(2).times(r))))
                .minus(whole(4).times(oscillation()).times(held))
                .minus(r.times(whole(2).minus(enclose(start.curvature()))));
    }

    private boolean monotone(Interval y, Interval bar) {
        Interval g = enclose(start.u()).times(enclose(start.v()));
        Interval least = y.times(whole(1).minus(y)).min(bar.times(whole(1).minus(bar)));
        return g.times(least).minus(whole(2).times(oscillation())).isNonNegative();
    }

    private Interval oscillation() {
        return enclose(start.u().multiply(start.beta1().pow(2)));
    }

    private static Interval enclose(BigDecimal value) {
        return Interval.of(value, BITS);
    }

    private static Interval whole(long value) {
        return Interval.of(value, BITS);
    }
}
