package org.eoslab.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A dyadic rational significand·2^exponent: a binary floating-point number of any size. Immutable; the range is that of an
 * {@code int} exponent, far beyond what a double reaches.
 *
 * <p>A rounding is {@link RoundingMode#FLOOR} or {@link RoundingMode#CEILING}, to a number of significant bits.
 */
final class Dyadic implements Comparable<Dyadic> {
    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

    private final BigInteger significand;
    private final int exponent;

    private Dyadic(BigInteger significand, int exponent) {
        this.significand = significand;
        this.exponent = exponent;
    }

    static Dyadic of(BigInteger significand, int exponent) {
        return significand.signum() == 0 ? ZERO : new Dyadic(significand, exponent);
    }

    /** The finite double {@code value} itself. */
    static Dyadic of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + ": must be finite");
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long significand = (long) Math.scalb(Math.abs(value), -exponent);
        return of(BigInteger.valueOf(value < 0 ? -significand : significand), exponent);
    }

    BigInteger significand() {
        return significand;
    }

    int exponent() {
        return exponent;
    }

    int signum() {
        return significand.signum();
    }

    Dyadic negate() {
        return new Dyadic(significand.negate(), exponent);
    }

    /** The product, rounded. */
    Dyadic times(Dyadic other, int bits, RoundingMode rounding) {
        return rounded(
                significand.multiply(other.significand), Math.addExact(exponent, other.exponent), bits, rounding);
    }

    /** The sum, rounded. */
    Dyadic plus(Dyadic other, int bits, RoundingMode rounding) {
        if (signum() == 0) {
            return rounded(other.significand, other.exponent, bits, rounding);
        }
        if (other.signum() == 0) {
            return rounded(significand, exponent, bits, rounding);
        }
        Dyadic large = top() >= other.top() ? this : other;
        Dyadic small = large == this ? other : this;
        // Below half a unit in the last place of any result only the sign of the small one matters: a bit far down
        // stands for
        // it, at least as large, so that the rounding still goes outward.
        long lowest = Math.min(large.exponent, large.top() - bits) - 2;
        if (small.top() < lowest) {
            small = new Dyadic(BigInteger.valueOf(small.signum()), Math.toIntExact(lowest));
        }
        int common = Math.min(large.exponent, small.exponent);
        BigInteger sum = large.significand
                .shiftLeft(large.exponent - common)
                .add(small.significand.shiftLeft(small.exponent - common));
        return rounded(sum, common, bits, rounding);
    }

    /** The quotient, rounded; {@code other} is not zero. */
    Dyadic dividedBy(Dyadic other, int bits, RoundingMode rounding) {
        int shift = Math.max(0, bits + 1 + other.significand.bitLength() - significand.bitLength());
        BigInteger[] division = significand.shiftLeft(shift).divideAndRemainder(other.significand);
        BigInteger quotient = division[0];
        if (division[1].signum() != 0) {
            int sign = signum() * other.signum();
            if (rounding == RoundingMode.FLOOR && sign < 0) {
                quotient = quotient.subtract(BigInteger.ONE);
            } else if (rounding == RoundingMode.CEILING && sign > 0) {
                quotient = quotient.add(BigInteger.ONE);
            }
        }
        return rounded(
                quotient, Math.subtractExact(Math.subtractExact(exponent, other.exponent), shift), bits, rounding);
    }

    /** The square root, rounded; this is not negative. */
    Dyadic sqrt(int bits, RoundingMode rounding) {
        int shift = Math.max(0, 2 * bits + 2 - significand.bitLength());
        if (((exponent - shift) & 1) != 0) {
            shift++;
        }
        BigInteger square = significand.shiftLeft(shift);
        BigInteger root = IntegerRoot.floor(square);
        boolean up = rounding == RoundingMode.CEILING && !root.multiply(root).equals(square);
        BigInteger value = up ? root.add(BigInteger.ONE) : root;
        return rounded(value, (exponent - shift) / 2, bits, rounding);
    }

    /** A number of at most {@code bits} significant bits, on the given side. */
    private static Dyadic rounded(BigInteger significand, int exponent, int bits, RoundingMode rounding) {
        int excess = significand.bitLength() - bits;
        if (excess <= 0) {
            return of(significand, exponent);
        }
        BigInteger shifted = significand.shiftRight(excess);
        if (rounding == RoundingMode.CEILING && significand.getLowestSetBit() < excess) {
            shifted = shifted.add(BigInteger.ONE);
        }
        return of(shifted, Math.addExact(exponent, excess));
    }

    /** The smallest k with |this| ≤ 2^k, or one more; this is not zero. */
    private long top() {
        return (long) exponent + significand.bitLength();
    }

    @Override
    public int compareTo(Dyadic other) {
        int sign = signum();
        if (sign != other.signum()) {
            return Integer.compare(sign, other.signum());
        }
        // bitLength of a negative power of two is one less than of its absolute value, hence the margin of 1.
        if (sign == 0 || Math.abs(top() - other.top()) > 1) {
            return sign * Long.compare(top(), other.top());
        }
        int common = Math.min(exponent, other.exponent);
        return significand.shiftLeft(exponent - common).compareTo(other.significand.shiftLeft(other.exponent - common));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dyadic d && compareTo(d) == 0;
    }

    @Override
    public int hashCode() {
        int zeros = Math.max(0, significand.getLowestSetBit());
        return 31 * significand.shiftRight(zeros).hashCode() + exponent + zeros;
    }

    /** The nearest double; 0 or infinite out of its range. */
    double doubleValue() {
        int excess = Math.max(0, significand.bitLength() - 64);
        long scale = (long) exponent + excess;
        return Math.scalb(significand.shiftRight(excess).doubleValue(), (int) Math.max(-5000, Math.min(5000, scale)));
    }

    /** The exact decimal value. */
    BigDecimal toBigDecimal() {
        BigDecimal value = new BigDecimal(significand);
        return exponent >= 0
                ? value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
                : value.divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
    }

    @Override
    public String toString() {
        return significand + "*2^" + exponent;
    }
}
