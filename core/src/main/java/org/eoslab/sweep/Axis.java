package org.eoslab.sweep;

import java.util.List;

/** One direction of a sweep: a setting of the model, or a name for derived settings to use, and the values it takes. */
public sealed interface Axis {
    /** A setting or a free name. */
    String name();

    /** How many points it has in a grid. */
    int points();

    /** Grid point k of {@link #points()}. */
    Object point(int k);

    /** The value at u ∈ [0, 1), for random and low-discrepancy designs. */
    Object at(double u);

    /**
     * An interval.
     *
     * @param name the name
     * @param from the value at the first grid point
     * @param to the value at the last, above {@code from}
     * @param points grid points, at least 2
     * @param log whether they are equally spaced in the logarithm
     * @param whole whether values are rounded to whole numbers
     */
    record Interval(String name, double from, double to, int points, boolean log, boolean whole) implements Axis {
        @Override
        public Object point(int k) {
            if (k == 0) {
                return from;
            }
            return k == points - 1 ? (Object) to : at(k / (points - 1.0));
        }

        @Override
        public Object at(double u) {
            double value = log ? from * StrictMath.exp(u * StrictMath.log(to / from)) : from + u * (to - from);
            return whole ? Math.rint(value) : value;
        }
    }

    /**
     * A list of values.
     *
     * @param name the name
     * @param values numbers or texts, at least one
     */
    record Values(String name, List<Object> values) implements Axis {
        @Override
        public int points() {
            return values.size();
        }

        @Override
        public Object point(int k) {
            return values.get(k);
        }

        @Override
        public Object at(double u) {
            return values.get((int) (u * values.size()));
        }
    }
}
