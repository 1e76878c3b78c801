package org.eoslab.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a row that ends a run, such as {@code loss < 0.05}: at the first step at which it holds the run is complete. A column
 * without a number at a step does not meet it.
 *
 * @param column the name of a column of the run
 * @param comparison how the number there is compared
 * @param bound with what
 */
public record Until(String column, Comparison comparison, double bound) {
    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z]\\w*)\\s*(<=|>=|<|>)\\s*(\\S+)\\s*");

    /** How two numbers are compared. */
    public enum Comparison {
        /** Less. */
        LESS("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Greater. */
        GREATER(">"),
        /** Greater or equal. */
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case LESS -> value < bound;
                case AT_MOST -> value <= bound;
                case GREATER -> value > bound;
                case AT_LEAST -> value >= bound;
            };
        }
    }

    /**
     * Reads a condition: a column, one of {@code < <= > >=}, a finite number.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Until parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        double bound = Double.parseDouble(parts.group(3));
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException(text);
        }
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign.equals(parts.group(2))) {
                return new Until(parts.group(1), comparison, bound);
            }
        }
        throw new IllegalArgumentException(text);
    }

    /**
     * Whether a row meets it.
     *
     * @param columns the names of the row's columns, {@link #column} among them
     */
    public boolean holds(List<String> columns, double[] row) {
        return comparison.holds(row[columns.indexOf(column)], bound);
    }
}
