package org.eoslab.job;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number significand·2^exponent, which may be far below what a double holds, for JSON. */
final class SmallNumber {
    private static final int DIGITS = 17;

    /** Each of the products of a power loses less than a unit of the last of these digits, and there are at most 126. */
    private static final MathContext WORKING = new MathContext(DIGITS + 23);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private SmallNumber() {}

    /** The number as a double, or as a decimal string of 17 digits where a double cannot hold it. The exponent is a whole number. */
    static Object of(double significand, double exponent) {
        double plain = Math.scalb(significand, (int) exponent);
        if (significand == 0 || Math.abs(plain) >= Double.MIN_NORMAL) {
            return plain;
        }
        Scaled number = Scaled.of(new BigDecimal(significand), 0);
        Scaled factor = new Scaled(HALF, 0);
        for (long left = (long) -exponent; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                number = number.times(factor);
            }
            factor = factor.times(factor);
        }
        return number.text();
    }

    /** digits·10^tens, 1 ≤ |digits| &lt; 10: a decimal's own exponent is an int. */
    private record Scaled(BigDecimal digits, long tens) {
        static Scaled of(BigDecimal value, long tens) {
            int shift = value.precision() - value.scale() - 1;
            return new Scaled(value.movePointLeft(shift), tens + shift);
        }

        Scaled times(Scaled other) {
            return of(digits.multiply(other.digits, WORKING), tens + other.tens);
        }

        String text() {
            Scaled rounded = of(digits.round(new MathContext(DIGITS)), tens);
            return rounded.digits.setScale(DIGITS - 1) + "e" + rounded.tens;
        }
    }
}
