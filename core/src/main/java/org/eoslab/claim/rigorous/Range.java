package org.eoslab.claim.rigorous;

import java.util.Locale;
import org.eoslab.interval.Interval;

/** The attained range of a quantity, outward in doubles. */
final class Range {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void see(Interval value) {
        low = Math.min(low, value.lowerDouble());
        high = Math.max(high, value.upperDouble());
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    boolean isEmpty() {
        return low > high;
    }

    @Override
    public String toString() {
        return isEmpty() ? "nothing" : String.format(Locale.ROOT, "[%.9g, %.9g]", low, high);
    }
}
