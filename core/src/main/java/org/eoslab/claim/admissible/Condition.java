package org.eoslab.claim.admissible;

import java.util.Locale;

/**
 * An inequality left ≤ right (left &lt; right when strict) that an initial point is to meet, with the two values.
 *
 * @param id its name, such as {@code S1}
 * @param statement the inequality in words of the model
 * @param left the value of the left side
 * @param right the value of the right side
 * @param strict whether equality violates it
 */
public record Condition(String id, String statement, double left, double right, boolean strict) {
    /** Whether it holds. */
    public boolean holds() {
        return strict ? left < right : left <= right;
    }

    /** (right − left)/max(|left|, |right|), at most 2 in size: negative when violated, 0 at equality. */
    public double margin() {
        double scale = Math.max(Math.abs(left), Math.abs(right));
        return scale == 0 ? 0 : (right - left) / scale;
    }

    /** The violation in a line: what, the two values, by how much. */
    public String violation() {
        return String.format(
                Locale.ROOT,
                "the start violates %s, %s: %.6g against %.6g, by %.2g %%",
                id,
                statement,
                left,
                right,
                -100 * margin());
    }
}
