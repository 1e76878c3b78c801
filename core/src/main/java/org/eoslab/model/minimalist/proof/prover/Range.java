package org.eoslab.model.minimalist.proof.prover;

import java.util.function.UnaryOperator;
import org.eoslab.interval.Interval;
import org.eoslab.text.Format;

/** The attained range of a quantity, outward in doubles. */
public final class Range {
    /** Far more than the doubles that come out. */
    private static final int BITS = 128;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    public void see(Interval value) {
        low = Math.min(low, value.lowerDouble());
        high = Math.max(high, value.upperDouble());
    }

    public boolean isEmpty() {
        return low > high;
    }

    /** The range of an increasing function over this one, which is not empty; an infinite end stays one. */
    public Range map(UnaryOperator<Interval> increasing) {
        Range image = new Range();
        image.low = Double.isInfinite(low)
                ? low
                : increasing.apply(Interval.exactly(low, BITS)).lowerDouble();
        image.high = Double.isInfinite(high)
                ? high
                : increasing.apply(Interval.exactly(high, BITS)).upperDouble();
        return image;
    }

    @Override
    public String toString() {
        return isEmpty() ? "nothing" : Format.text("[%.9g, %.9g]", low, high);
    }
}
