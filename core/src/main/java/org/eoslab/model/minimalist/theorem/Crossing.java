package org.eoslab.model.minimalist.theorem;

import static org.eoslab.model.minimalist.theorem.EnclosedStart.exactly;
import static org.eoslab.model.minimalist.theorem.EnclosedStart.whole;

import java.util.Optional;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
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
 */
final class Crossing {
    private static final int POINTS = 64;

    private final EnclosedStart start;

    /** Of a start of (S1), (S2) and (S6). */
    Crossing(ExactSettings start) {
        this.start = EnclosedStart.of(start);
    }

    /**
     * A ȳ for which (C) holds.
     *
     * @param place its place among those tried
     * @param bar ȳ
     * @param slack by how much the sides of (C) differ, at least
     * @param monotone whether (M) holds as well
     */
    record Found(int place, double bar, double slack, boolean monotone) {}

    /** The largest ȳ with (M) of those tried, else that of the largest slack in (C); empty when (C) holds for none. */
    Optional<Found> find() {
        Optional<Found> best = Optional.empty();
        for (int j = POINTS - 1; j > 0; j--) {
            Optional<Found> found = at(j);
            if (found.isPresent() && found.get().monotone) {
                return found;
            }
            best = best.filter(b -> found.isEmpty() || b.slack >= found.get().slack)
                    .or(() -> found);
        }
        return best;
    }

    /** A small ȳ of those tried with (C) and (M): the smallest, where (C) holds for all from some ȳ to the largest. */
    Optional<Found> earliest() {
        Optional<Found> found = find().filter(Found::monotone);
        int fails = 0;
        int holds = found.isPresent() ? found.get().place : 0;
        while (holds - fails > 1) {
            int middle = (fails + holds) / 2;
            Optional<Found> smaller = at(middle).filter(Found::monotone);
            if (smaller.isPresent()) {
                found = smaller;
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return found;
    }

    /** The j-th ȳ, where (C) holds for it. */
    private Optional<Found> at(int j) {
        double y = start.y().upperDouble();
        double bar = y + (1 - y) * j / POINTS;
        if (!(bar > y && bar < 1)) {
            return Optional.empty();
        }
        Interval exact = exactly(bar);
        Interval slack = slack(exact);
        return slack.sign() == Sign.POSITIVE
                ? Optional.of(new Found(j, bar, slack.lowerDouble(), monotone(exact)))
                : Optional.empty();
    }

    private Interval slack(Interval bar) {
        Interval r = start.r();
        Interval g = start.g();
        Interval width = bar.minus(start.y());
        Interval held =
                width.dividedBy(start.lowest().times(whole(1).minus(bar))).plus(r);
        return g.times(bar.square().minus(start.y().square()))
                .dividedBy(whole(2))
                .minus(r.times(g).times(width.plus(whole(2).times(r))))
                .minus(whole(4).times(start.oscillation()).times(held))
                .minus(r.times(whole(2).minus(start.curvature())));
    }

    private boolean monotone(Interval bar) {
        Interval y = start.y();
        Interval least = y.times(whole(1).minus(y)).min(bar.times(whole(1).minus(bar)));
        return start.g().times(least).minus(whole(2).times(start.oscillation())).isNonNegative();
    }
}
