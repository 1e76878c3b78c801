package org.eoslab.sweep.orbit;

import java.util.function.DoubleFunction;

/** Where the period of an orbit changes along a parameter. */
public final class PeriodDoubling {
    /** Far above the rounding of a settled orbit, far below the split of an orbit 10⁻⁵ beyond its doubling. */
    private static final double TOLERANCE = 1e-7;

    private PeriodDoubling() {}

    /**
     * Bisects for the parameter at which the orbit stops having {@code period}.
     *
     * @param orbit the settled orbit at a parameter; near a doubling it settles ever more slowly
     * @param low a parameter with that period
     * @param high one without it, above
     * @param accuracy largest error of the result, positive
     */
    public static double after(int period, DoubleFunction<Orbit> orbit, double low, double high, double accuracy) {
        if (orbit.apply(low).period(TOLERANCE) != period || orbit.apply(high).period(TOLERANCE) == period) {
            throw new IllegalArgumentException("period " + period + " must hold at " + low + " and not at " + high);
        }
        double from = low;
        double to = high;
        while (to - from > 2 * accuracy) {
            double middle = (from + to) / 2;
            if (orbit.apply(middle).period(TOLERANCE) == period) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
