package org.eoslab.model.minimalist.admissible;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.eoslab.interval.IntegerRoot;
import org.eoslab.text.Format;

/**
 * An inequality left ≤ right (left &lt; right when strict) that an initial point is to meet, decided in exact arithmetic.
 *
 * @param id its name, such as {@code S1}
 * @param statement the inequality in words of the model
 * @param holds whether it holds, decided exactly
 * @param left the value of the left side; 0 where the right side is to be positive
 * @param right the value of the right side
 */
public record Condition(
        String id, String statement, boolean holds, Supplier<BigDecimal> left, Supplier<BigDecimal> right) {
    private static final int MOST_DIGITS = 40;
    private static final int LEAST_DIGITS = 6;
    private static final MathContext CLOSE = new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN);

    static Condition positive(String id, String statement, BigDecimal value) {
        return new Condition(id, statement, value.signum() > 0, () -> BigDecimal.ZERO, () -> value);
    }

    static Condition atMost(String id, String statement, BigDecimal slack, Supplier<BigDecimal> right) {
        return new Condition(
                id, statement, slack.signum() >= 0, () -> right.get().subtract(slack), right);
    }

    /** (right − left)/max(|left|, |right|), at most 2 in size: negative when violated, 0 at equality. */
    public double margin() {
        BigDecimal l = left.get();
        BigDecimal r = right.get();
        BigDecimal scale = l.abs().max(r.abs());
        return scale.signum() == 0
                ? 0
                : r.subtract(l).divide(scale, MathContext.DECIMAL64).doubleValue();
    }

    /** The violation in a line: what, the two values with enough digits to tell them apart, by how much. */
    public String violation() {
        BigDecimal l = left.get();
        BigDecimal r = right.get();
        if (l.signum() == 0) {
            return "the start violates " + id + ", " + statement + ": it is " + text(r, LEAST_DIGITS);
        }
        int digits = LEAST_DIGITS;
        while (digits < MOST_DIGITS && text(l, digits).equals(text(r, digits))) {
            digits++;
        }
        return Format.text(
                "the start violates %s, %s: %s against %s, by %.2g %%",
                id, statement, text(l, digits), text(r, digits), -100 * margin());
    }

    private static String text(BigDecimal value, int digits) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal rounded = value.round(new MathContext(digits)).stripTrailingZeros();
        int magnitude = rounded.precision() - rounded.scale();
        return magnitude > LEAST_DIGITS || magnitude < -3 ? rounded.toString() : rounded.toPlainString();
    }

    /** A quotient to the digits that the messages can show. */
    static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, CLOSE);
    }

    /** A square root to the digits that the messages can show. */
    static BigDecimal root(BigDecimal square) {
        return IntegerRoot.of(square, CLOSE);
    }
}
