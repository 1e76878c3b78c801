package org.eoslab.run.ending;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.run.Outcome;
import org.eoslab.text.Format;

/**
 * What a run ended in, with the evidence.
 *
 * @param kind what it is
 * @param evidence why, in words
 * @param numbers the same in numbers, by name: {@code period}, {@code distance} of the critical point, {@code smallestEigenvalue} and
 *     {@code largestEigenvalue} of the Hessian there; those that are known
 */
public record Ending(Kind kind, String evidence, Map<String, Double> numbers) {
    /** Kinds of ends. */
    public enum Kind {
        /** A critical point that it stays at, whose Hessian has no negative eigenvalue beyond rounding. */
        MINIMUM("minimum"),
        /** One whose Hessian has a negative eigenvalue, and another that is not. */
        SADDLE("saddle"),
        /** One whose eigenvalues are all negative. */
        MAXIMUM("maximum"),
        /** One whose Hessian is 0, which says nothing. */
        CRITICAL("critical point"),
        /** A cycle of two or more points. */
        ORBIT("orbit"),
        /** The loss, above that at the start, rises at every step, or a few steps on it is no number any more. */
        GROWING("growing"),
        /** A parameter was no finite number any more. */
        DIVERGED("diverged"),
        /** None of these. */
        NOT_SETTLED("not settled");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in JSON. */
        public String label() {
            return label;
        }
    }

    /** The longest walk beyond the end: orbits of up to half as many points are recognised. */
    private static final int LONGEST = 32;

    private static final int SHORTEST = 4;

    /** Parameters up to which a step costs next to nothing. */
    private static final int SMALL = 200;

    /** A walk of a larger problem takes at most one step in so many of the run. */
    private static final long SHARE = 20;

    /** An orbit comes back to within this part of its size, which is more than this part of the parameters. */
    private static final double RETURNED = 1e-6;

    /** A critical point is where a run ended when it is within this part of the parameters, and the run does not leave it. */
    private static final double NEAR = 1e-3;

    private static final double AT = 1e-9;

    /** Distances that a rounded step may add. */
    private static final double ROUNDING = 1e-6;

    /**
     * The end of a run.
     *
     * @param dynamics the rule
     * @param outcome how the loop ended
     * @param start the state at the start, not modified
     * @param end the state at the end, not modified
     */
    public static Ending of(Dynamics dynamics, Outcome outcome, State start, State end) {
        if (outcome == Outcome.DIVERGED) {
            return new Ending(Kind.DIVERGED, "a parameter is no finite number at step " + end.step(), Map.of());
        }
        if (outcome == Outcome.STOPPED) {
            return new Ending(Kind.NOT_SETTLED, "it was stopped at step " + end.step(), Map.of());
        }
        boolean small = end.parameters().length <= SMALL;
        int length = small ? LONGEST : (int) Math.max(SHORTEST, Math.min(LONGEST, end.step() / SHARE));
        DescentPath walk = DescentPath.of(dynamics, end, length);
        double before = dynamics.objective().value(start.parameters());
        if (!walk.finite() || walk.grows(before)) {
            return growing(walk, before);
        }
        double norm = Math.max(Vectors.norm(start.parameters()), Vectors.norm(end.parameters()));
        double scale = norm > 0 ? norm : 1;
        int period = walk.period(RETURNED, scale);
        if (period > 0) {
            return orbit(walk, period, scale);
        }
        return small
                ? CriticalPoint.near(dynamics.objective(), end.parameters(), NEAR * scale)
                        .map(point -> at(point, walk, scale))
                        .orElseGet(() -> notSettled(walk, scale))
                : LargeCriticalPoint.at(dynamics.objective(), end, scale).orElseGet(() -> notSettled(walk, scale));
    }

    private static Ending growing(DescentPath walk, double before) {
        return new Ending(
                Kind.GROWING,
                walk.finite()
                        ? format(
                                "the loss was %.3g at the start and is %.3g; %d steps on it is %.3g",
                                before, walk.losses()[0], walk.length(), walk.losses()[walk.length()])
                        : format("%d steps on a parameter is no finite number", walk.length() + 1),
                Map.of());
    }

    private static Ending orbit(DescentPath walk, int period, double scale) {
        return new Ending(
                Kind.ORBIT,
                format(
                        "period %d: %d steps on it is back, to %.2g of the orbit's size, which is %.3g of the parameters",
                        period, period, walk.distances()[period] / walk.reach(), walk.reach() / scale),
                Map.of("period", (double) period));
    }

    /** At a critical point, unless the run leaves it. */
    private static Ending at(CriticalPoint point, DescentPath walk, double scale) {
        double now = Vectors.distance(walk.begin(), point.parameters());
        double later = Vectors.distance(walk.end(), point.parameters());
        String what = format(
                "%s of the parameters' norm away; eigenvalues of the Hessian there from %.4g to %.4g",
                now == 0 ? "0" : format("%.2g", now / scale), point.smallest(), point.largest());
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("distance", now);
        numbers.put("smallestEigenvalue", point.smallest());
        numbers.put("largestEigenvalue", point.largest());
        return later <= Math.max((1 + ROUNDING) * now, AT * scale)
                ? new Ending(point.kind(), what, numbers)
                : new Ending(
                        Kind.NOT_SETTLED,
                        format(
                                "it leaves a %s (%s); %d steps on it is %.2g away",
                                point.kind().label(), what, walk.length(), later / scale),
                        numbers);
    }

    private static Ending notSettled(DescentPath walk, double scale) {
        double first = walk.losses()[0];
        double last = walk.losses()[walk.length()];
        return new Ending(
                Kind.NOT_SETTLED,
                format(
                        "a step moves it by %.2g of the parameters; %d steps on the loss has gone from %.4g to %.4g; no period up to %d",
                        walk.distances()[1] / scale, walk.length(), first, last, walk.length() / 2),
                Map.of());
    }

    static String format(String text, Object... values) {
        return Format.text(text, values);
    }
}
