package org.eoslab.model.minimalist.theorem;

import static org.eoslab.model.minimalist.theorem.EnclosedStart.enclose;
import static org.eoslab.model.minimalist.theorem.EnclosedStart.exactly;
import static org.eoslab.model.minimalist.theorem.EnclosedStart.whole;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * A condition on the start under which α turns so far beyond 2/η that its fall does not end before it is back, decided in intervals. With
 * s = ηλ₁α², B = ηλ₁β₁² and y = max(y₀, √(2(2r − D₊)/g)), what √(2/(ηλ₁))β₂ is at least where s &gt; 2, there are v, d &lt; z and whole
 * numbers k, n, m with e = r(2 + d)·max(1/y − 2, 0) + vg/2, h = (1 + d)²√(2/(2 + d)) and
 *
 * <pre>
 * (V1) k·e·(1 + v) ≤ v/2,   (2 + d)(1 − vK/2)²ᵏ ≤ 2,   K = g·min(y(1 − y), p(1 − p))/(2 + d),   p = ½√(1 + d/2)
 * (V2) n(h/(1 + e) − 1) ≥ v,   (2 + z)(1 − vg/8)²ⁿ ≥ 2 + d
 * (V3) (1 + gP(1 − X)/(2 + z))²ᵐ ≥ 1 + z/2,   X = (2 + z)B(1 + z)²ᵐ/(gP) &lt; 1,
 *      P = min(y(1 − y), p(1 − p)),   p = (ȳ + 2r + mr√(2(2 + z)))√(1 + z/2) &lt; 1
 * </pre>
 *
 * By (V3) α rises until s ≥ 2 + z; by (V2) x = αB/(gcρ) is 1 + v before s is below 2 + d; by (V1) it stays above 1 from there to s ≤ 2.
 *
 * @param rise v
 * @param far z
 * @param ratio X, the largest x before s ≥ 2 + z
 */
record Turn(double rise, double far, double ratio) {
    private static final double[] RISES = {0.1, 0.2, 0.05, 0.3, 0.5, 0.8};
    private static final double[] EXCESSES = {2, 3, 1.5, 5, 1};

    /** Room for the roundings of what is chosen in doubles. */
    private static final double ROOM = 1.001;

    /** The first v and d of those tried, for a start that crosses 2/η before y exceeds {@code bar}. */
    static Optional<Turn> of(ExactSettings start, double bar) {
        Search search = new Search(start, bar);
        for (double rise : RISES) {
            for (double excess : EXCESSES) {
                Optional<Turn> found = search.at(rise, excess);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The numbers of a start, enclosed. */
    private static final class Search {
        private final Interval r;
        private final Interval g;
        private final Interval oscillation;
        private final Interval bar;
        private final Interval least;
        private final Interval excess;

        Search(ExactSettings start, double bar) {
            EnclosedStart enclosed = EnclosedStart.of(start);
            r = enclosed.r();
            g = enclosed.g();
            oscillation = enclosed.oscillation();
            this.bar = exactly(bar);
            // 2(2r − D₊)/g = 2(2 − u·max(α² − β₂², 0))/u²
            Interval crossing = enclose(
                            new AdmissibleSet(start).lackAtThreshold().max(BigDecimal.ZERO))
                    .times(whole(2))
                    .sqrt()
                    .dividedBy(enclose(start.u()));
            least = enclosed.y().max(crossing).lowerEnd();
            excess = whole(1).dividedBy(least)
                    .minus(whole(2))
                    .max(whole(0))
                    .times(r)
                    .upperEnd();
        }

        Optional<Turn> at(double rise, double times) {
            Interval v = exactly(rise);
            Interval late = v.times(g).dividedBy(whole(2));
            double near = times * (2 * excess.upperDouble() + late.upperDouble());
            Interval d = exactly(near);
            Interval e = excess.times(whole(2).plus(d)).plus(late);
            Interval h = whole(1).plus(d)
                    .square()
                    .times(whole(2).dividedBy(whole(2).plus(d)).sqrt());
            Interval growth = h.dividedBy(whole(1).plus(e)).minus(whole(1));
            if (growth.sign() != Sign.POSITIVE || !staysAbove(v, e, d)) {
                return Optional.empty();
            }
            Interval slow = whole(1).minus(v.times(g).dividedBy(whole(8)));
            long n = (long) Math.ceil(rise / growth.lowerDouble() * ROOM);
            double far = ROOM * (2 + near) / Math.pow(slow.lowerDouble(), 2 * n) - 2;
            Interval z = exactly(far);
            boolean rises = atLeast(growth.times(whole(n)), v)
                    && atLeast(whole(2).plus(z).times(power(slow, 2 * n)), whole(2).plus(d));
            return rises ? passes(z).map(ratio -> new Turn(rise, far, ratio)) : Optional.empty();
        }

        /** (V1), with the least k. */
        private boolean staysAbove(Interval v, Interval e, Interval d) {
            Interval high = whole(1).plus(d.dividedBy(whole(2))).sqrt().dividedBy(whole(2));
            Interval drop = v.times(g).times(spread(high)).dividedBy(whole(4).plus(whole(2).times(d)));
            Interval kept = whole(1).minus(drop);
            double steps = Math.log1p(d.upperDouble() / 2) / (-2 * Math.log1p(-drop.lowerDouble()));
            if (!(steps * e.upperDouble() * (1 + v.upperDouble()) < v.upperDouble() / 2)) {
                return false;
            }
            long k = (long) Math.ceil(steps * ROOM);
            return atLeast(v.dividedBy(whole(2)), whole(k).times(e).times(whole(1).plus(v)))
                    && atLeast(whole(2), whole(2).plus(d).times(power(kept, 2 * k)));
        }

        /** X of (V3) with the m that is enough if X is ½ at most, or empty. */
        private Optional<Double> passes(Interval z) {
            double most = g.upperDouble() * spread(bar).upperDouble() / 2;
            Interval end = whole(2).plus(z);
            long m = (long)
                    Math.ceil(ROOM * Math.log1p(z.upperDouble() / 2) / (2 * Math.log1p(most / end.lowerDouble())));
            for (int tries = 0; tries < 4; tries++, m += Math.max(1, m / 4)) {
                Interval high = bar.plus(whole(2).times(r))
                        .plus(whole(m).times(r).times(whole(2).times(end).sqrt()))
                        .times(whole(1).plus(z.dividedBy(whole(2))).sqrt());
                if (whole(1).minus(high).sign() != Sign.POSITIVE) {
                    return Optional.empty();
                }
                Interval gp = g.times(spread(high));
                Interval x = end.times(oscillation)
                        .times(power(whole(1).plus(z), 2 * m))
                        .dividedBy(gp);
                Interval room = whole(1).minus(x);
                if (room.sign() != Sign.POSITIVE) {
                    return Optional.empty();
                }
                Interval step = whole(1).plus(gp.times(room).dividedBy(end));
                if (atLeast(power(step, 2 * m), end.dividedBy(whole(2)))) {
                    return Optional.of(x.upperDouble());
                }
            }
            return Optional.empty();
        }

        /** min(y(1 − y), p(1 − p)), what q(1 − q) is at least for q from y to p. */
        private Interval spread(Interval p) {
            return least.times(whole(1).minus(least)).min(p.times(whole(1).minus(p)));
        }
    }

    private static Interval power(Interval base, long exponent) {
        return base.log().times(whole(exponent)).exp();
    }

    private static boolean atLeast(Interval left, Interval right) {
        return left.minus(right).isNonNegative();
    }
}
