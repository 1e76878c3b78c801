package org.eoslab.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A closed interval [lower, upper] of real numbers with binary floating-point ends of a given precision. Immutable.
 *
 * <p>An operation on intervals X, Y returns an interval that contains x∘y for all x ∈ X, y ∈ Y, each end rounded outward to the
 * larger precision of the two: wider than the exact range by less than a unit in the last place at each end.
 */
public final class Interval {
    private static final RoundingMode DOWN = RoundingMode.FLOOR;
    private static final RoundingMode UP = RoundingMode.CEILING;

    private final Dyadic lower;
    private final Dyadic upper;
    private final int bits;

    private Interval(Dyadic lower, Dyadic upper, int bits) {
        this.lower = lower;
        this.upper = upper;
        this.bits = bits;
    }

    static Interval of(Dyadic lower, Dyadic upper, int bits) {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("[" + lower + ", " + upper + "]: lower must not exceed upper");
        }
        return new Interval(lower, upper, bits);
    }

    /** The narrowest interval of {@code bits} ≥ 2 significant bits around a decimal number. */
    public static Interval of(BigDecimal value, int bits) {
        if (bits < 2) {
            throw new IllegalArgumentException(bits + " bits: must be at least 2");
        }
        Dyadic numerator = Dyadic.of(value.unscaledValue(), 0);
        Dyadic power = Dyadic.of(BigInteger.TEN.pow(Math.abs(value.scale())), 0);
        if (value.scale() >= 0) {
            return new Interval(numerator.dividedBy(power, bits, DOWN), numerator.dividedBy(power, bits, UP), bits);
        }
        return new Interval(numerator.times(power, bits, DOWN), numerator.times(power, bits, UP), bits);
    }

    /** The one number {@code value}, exactly when it has at most {@code bits} significant bits. */
    public static Interval of(long value, int bits) {
        return of(BigDecimal.valueOf(value), bits);
    }

    /** The one number {@code value}, a finite double, exactly. */
    public static Interval exactly(double value, int bits) {
        Dyadic point = Dyadic.of(value);
        return new Interval(point, point, bits);
    }

    /** Significant bits that hold {@code digits} decimal digits. */
    public static int bits(int digits) {
        return (int) Math.ceil(digits * (Math.log(10) / Math.log(2)));
    }

    Dyadic lower() {
        return lower;
    }

    Dyadic upper() {
        return upper;
    }

    /** The significant bits of its ends. */
    public int bits() {
        return bits;
    }

    /** −X, exact. */
    public Interval negate() {
        return new Interval(upper.negate(), lower.negate(), bits);
    }

    /** X + Y. */
    public Interval plus(Interval y) {
        int p = Math.max(bits, y.bits);
        return new Interval(lower.plus(y.lower, p, DOWN), upper.plus(y.upper, p, UP), p);
    }

    /** X − Y. */
    public Interval minus(Interval y) {
        return plus(y.negate());
    }

    /** X·Y. */
    public Interval times(Interval y) {
        int p = Math.max(bits, y.bits);
        if (lower.signum() >= 0) {
            // x ≥ 0: the ends come from those x that carry y's ends furthest.
            Dyadic forLower = y.lower.signum() >= 0 ? lower : upper;
            Dyadic forUpper = y.upper.signum() >= 0 ? upper : lower;
            return new Interval(forLower.times(y.lower, p, DOWN), forUpper.times(y.upper, p, UP), p);
        }
        if (upper.signum() <= 0) {
            return negate().times(y).negate();
        }
        if (y.lower.signum() >= 0 || y.upper.signum() <= 0) {
            return y.times(this);
        }
        Dyadic low1 = lower.times(y.upper, p, DOWN);
        Dyadic low2 = upper.times(y.lower, p, DOWN);
        Dyadic high1 = lower.times(y.lower, p, UP);
        Dyadic high2 = upper.times(y.upper, p, UP);
        return new Interval(smaller(low1, low2), larger(high1, high2), p);
    }

    /** {x² : x ∈ X}: narrower than X·X when X contains 0 inside. */
    public Interval square() {
        if (lower.signum() >= 0) {
            return new Interval(lower.times(lower, bits, DOWN), upper.times(upper, bits, UP), bits);
        }
        if (upper.signum() <= 0) {
            return new Interval(upper.times(upper, bits, DOWN), lower.times(lower, bits, UP), bits);
        }
        return new Interval(Dyadic.ZERO, larger(lower.times(lower, bits, UP), upper.times(upper, bits, UP)), bits);
    }

    /**
     * X/Y.
     *
     * @throws ArithmeticException when Y contains 0
     */
    public Interval dividedBy(Interval y) {
        int p = Math.max(bits, y.bits);
        if (y.upper.signum() < 0) {
            return negate().dividedBy(y.negate());
        }
        if (y.lower.signum() <= 0) {
            throw new ArithmeticException("division by " + y + ", which contains 0");
        }
        Dyadic forLower = lower.signum() >= 0 ? y.upper : y.lower;
        Dyadic forUpper = upper.signum() >= 0 ? y.lower : y.upper;
        return new Interval(lower.dividedBy(forLower, p, DOWN), upper.dividedBy(forUpper, p, UP), p);
    }

    /**
     * √X.
     *
     * @throws ArithmeticException when X contains a negative number
     */
    public Interval sqrt() {
        if (lower.signum() < 0) {
            throw new ArithmeticException("square root of " + this + ", which has negative members");
        }
        return new Interval(lower.sqrt(bits, DOWN), upper.sqrt(bits, UP), bits);
    }

    /** {exp x : x ∈ X}. */
    public Interval exp() {
        return Elementary.exp(this);
    }

    /** {exp x − 1 : x ∈ X}, of full relative accuracy near 0. */
    public Interval expm1() {
        return Elementary.expm1(this);
    }

    /**
     * {log x : x ∈ X}.
     *
     * @throws ArithmeticException when X contains a number ≤ 0
     */
    public Interval log() {
        return Elementary.log(this);
    }

    /**
     * {log(1 + x) : x ∈ X}, of full relative accuracy near 0.
     *
     * @throws ArithmeticException when X contains a number ≤ −1
     */
    public Interval log1p() {
        return Elementary.log1p(this);
    }

    /** The one number at its lower end. */
    public Interval lowerEnd() {
        return new Interval(lower, lower, bits);
    }

    /** The one number at its upper end. */
    public Interval upperEnd() {
        return new Interval(upper, upper, bits);
    }

    /** The smallest interval that contains X and Y. */
    public Interval hull(Interval y) {
        return new Interval(smaller(lower, y.lower), larger(upper, y.upper), Math.max(bits, y.bits));
    }

    /** The least k with |x| ≤ 2^k for all members, or one more; the least int where all are 0. */
    public int exponent() {
        Dyadic largest = magnitude().upper;
        return largest.signum() == 0
                ? Integer.MIN_VALUE
                : largest.exponent() + largest.significand().bitLength();
    }

    /** One number near the middle, with this precision; inside unless the interval is narrower than its rounding. */
    public Interval midpoint() {
        Dyadic sum = lower.plus(upper, bits, DOWN);
        Dyadic middle = Dyadic.of(sum.significand(), sum.exponent() - 1);
        return new Interval(middle, middle, bits);
    }

    /** The one number max |x|. */
    public Interval magnitude() {
        Dyadic largest = larger(upper, lower.negate());
        return new Interval(largest, largest, bits);
    }

    /** The same interval with its ends rounded outward to {@code precision} bits. */
    public Interval rounded(int precision) {
        return new Interval(
                lower.plus(Dyadic.ZERO, precision, DOWN), upper.plus(Dyadic.ZERO, precision, UP), precision);
    }

    /** {min(x, y)}. */
    public Interval min(Interval y) {
        return new Interval(smaller(lower, y.lower), smaller(upper, y.upper), Math.max(bits, y.bits));
    }

    /** {max(x, y)}. */
    public Interval max(Interval y) {
        return new Interval(larger(lower, y.lower), larger(upper, y.upper), Math.max(bits, y.bits));
    }

    /** The sign that all members share. */
    public Sign sign() {
        if (lower.signum() > 0) {
            return Sign.POSITIVE;
        }
        if (upper.signum() < 0) {
            return Sign.NEGATIVE;
        }
        return lower.signum() == 0 && upper.signum() == 0 ? Sign.ZERO : Sign.UNDECIDED;
    }

    /** Whether every member is ≥ 0. */
    public boolean isNonNegative() {
        return lower.signum() >= 0;
    }

    /** Whether x &lt; y for all members. */
    public boolean isBelow(Interval y) {
        return upper.compareTo(y.lower) < 0;
    }

    /** Whether it contains the number. */
    public boolean contains(BigDecimal value) {
        return lower.toBigDecimal().compareTo(value) <= 0
                && upper.toBigDecimal().compareTo(value) >= 0;
    }

    /** A double at or below every member, −∞ when there is none. */
    public double lowerDouble() {
        double value = lower.doubleValue();
        return Double.isInfinite(value) || Dyadic.of(value).compareTo(lower) > 0 ? Math.nextDown(value) : value;
    }

    /** A double at or above every member, +∞ when there is none. */
    public double upperDouble() {
        double value = upper.doubleValue();
        return Double.isInfinite(value) || Dyadic.of(value).compareTo(upper) < 0 ? Math.nextUp(value) : value;
    }

    /** upper − lower, rounded up. */
    public double width() {
        return of(Dyadic.ZERO, upper.plus(lower.negate(), bits, UP), bits).upperDouble();
    }

    /** A double near its middle, 0 or infinite out of range. */
    public double middle() {
        return 0.5 * (lower.doubleValue() + upper.doubleValue());
    }

    @Override
    public String toString() {
        return "[" + lowerDouble() + ", " + upperDouble() + "]";
    }

    private static Dyadic smaller(Dyadic a, Dyadic b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Dyadic larger(Dyadic a, Dyadic b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
