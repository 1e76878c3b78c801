package org.eoslab.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Square roots of large numbers by Newton's method from a double's. The JDK has them too, but not the class library with which the same
 * code runs in a browser.
 */
public final class IntegerRoot {
    /** Bits of a significand that a double holds. */
    private static final int DOUBLE = 53;

    private IntegerRoot() {}

    /** ⌊√n⌋ of n ≥ 0. */
    public static BigInteger floor(BigInteger n) {
        if (n.signum() < 0) {
            throw new ArithmeticException("square root of " + n);
        }
        if (n.signum() == 0) {
            return n;
        }
        BigInteger root = above(n);
        while (true) {
            BigInteger next = n.divide(root).add(root).shiftRight(1);
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
    }

    /** A number ≥ √n, at least 1, close to it: from there Newton's steps descend. */
    private static BigInteger above(BigInteger n) {
        int shift = Math.max(0, n.bitLength() - DOUBLE + 1) & ~1;
        double top = n.shiftRight(shift).doubleValue() + 1;
        return BigInteger.valueOf((long) Math.ceil(Math.sqrt(top)) + 1).shiftLeft(shift / 2);
    }

    /** √x of x ≥ 0, rounded as {@code context} says. */
    public static BigDecimal of(BigDecimal x, MathContext context) {
        int extra = 2 * (context.getPrecision() + 2) - x.precision();
        int scale = x.scale() + Math.max(0, extra);
        scale += scale & 1;
        BigInteger scaled = x.setScale(scale).unscaledValue();
        BigInteger root = floor(scaled);
        // A digit more that says whether there is more: no rounding mode can then err.
        boolean exact = root.multiply(root).equals(scaled);
        BigInteger sticky = root.multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
        BigDecimal rounded = new BigDecimal(sticky, scale / 2 + 1).round(context);
        return exact ? rounded.stripTrailingZeros() : rounded;
    }
}
