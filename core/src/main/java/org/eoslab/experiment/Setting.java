package org.eoslab.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a model: its name in files, in {@code --set} and in JSON, and what it may be.
 *
 * @param name the field's standard term, such as {@code eta}
 * @param description one line
 * @param kind how its value is read
 * @param allowed the allowed range or values, for people
 * @param test whether a value of the right kind is allowed
 * @param defaultValue its value when absent; null when it must be given
 * @param start whether it is a coordinate of the starting point, grouped under {@code start} in files
 */
public record Setting(
        String name,
        String description,
        Kind kind,
        String allowed,
        Predicate<Object> test,
        @Nullable Object defaultValue,
        boolean start) {
    /** How a value is read. */
    public enum Kind {
        /** A double. */
        NUMBER,
        /** A long. */
        INTEGER,
        /** A string. */
        TEXT
    }

    /** A finite positive number. */
    public static Setting positive(String name, String description, @Nullable Double defaultValue) {
        return number(name, description, "> 0 and finite", x -> x > 0 && x < Double.POSITIVE_INFINITY, defaultValue);
    }

    /** A number that passes a test; NaN and infinities should not. */
    public static Setting number(
            String name, String description, String allowed, Predicate<Double> test, @Nullable Double defaultValue) {
        return new Setting(name, description, Kind.NUMBER, allowed, v -> test.test((Double) v), defaultValue, false);
    }

    /** A whole number between two bounds, inclusive. */
    public static Setting integer(String name, String description, long low, long high, @Nullable Long defaultValue) {
        return new Setting(
                name,
                description,
                Kind.INTEGER,
                "a whole number from " + low + " to " + high,
                v -> (Long) v >= low && (Long) v <= high,
                defaultValue,
                false);
    }

    /** One of a few words. */
    public static Setting choice(String name, String description, List<String> words, @Nullable String defaultValue) {
        return new Setting(
                name,
                description,
                Kind.TEXT,
                "one of " + String.join(", ", words),
                v -> words.contains((String) v),
                defaultValue,
                false);
    }

    /** Any text that passes a test. */
    public static Setting text(
            String name, String description, String allowed, Predicate<String> test, @Nullable String defaultValue) {
        return new Setting(name, description, Kind.TEXT, allowed, v -> test.test((String) v), defaultValue, false);
    }

    /** A finite coordinate of the starting point. */
    public static Setting start(String name, String description, @Nullable Double defaultValue) {
        return new Setting(
                name,
                description,
                Kind.NUMBER,
                "a finite number",
                v -> Double.isFinite((Double) v),
                defaultValue,
                true);
    }

    /** The value as this setting's kind, checked. Text is parsed, numbers are converted when that is exact. */
    Object read(Object raw) {
        Object value =
                switch (kind) {
                    case NUMBER -> toDouble(raw);
                    case INTEGER -> toLong(raw);
                    case TEXT -> String.valueOf(raw).trim();
                };
        if (!test.test(value)) {
            throw refuse(raw);
        }
        return value;
    }

    private Double toDouble(Object raw) {
        try {
            double value = raw instanceof Number n
                    ? n.doubleValue()
                    : Double.parseDouble(String.valueOf(raw).trim());
            if (value == 0 && vanishes(String.valueOf(raw).trim())) {
                throw new InputException(
                        name + ": " + raw + " is not allowed; it is not 0, and too small for a double, whose least is "
                                + Double.MIN_VALUE);
            }
            return value;
        } catch (NumberFormatException e) {
            throw refuse(raw);
        }
    }

    /** Whether a number that is 0 as a double is written as another. */
    private static boolean vanishes(String text) {
        try {
            return new BigDecimal(text).signum() != 0;
        } catch (NumberFormatException e) {
            return false; // in hexadecimal
        }
    }

    private Long toLong(Object raw) {
        double value = toDouble(raw);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw refuse(raw);
        }
        return (long) value;
    }

    private InputException refuse(Object raw) {
        return new InputException(name + ": " + InputException.shown(raw) + " is not allowed; it must be " + allowed);
    }
}
