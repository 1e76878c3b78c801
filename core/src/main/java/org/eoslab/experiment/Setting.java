package org.eoslab.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a model, and the key to its value: its name in files, in {@code --set} and in JSON, what it may be, and when it acts. Two
 * declarations with the same {@link #path} are the same key, whatever their defaults.
 *
 * @param <T> what its value means: a number, or what a text of a small language says
 * @param name the field's standard term, such as {@code eta}; with the section before it where the model has another setting of that name
 * @param section what it is grouped under in files, {@code start} for a coordinate of the starting point; empty for nothing
 * @param description one line
 * @param kind how its value is stored
 * @param allowed the allowed range or values, for people
 * @param meaning what a value of the right kind means; throws {@link IllegalArgumentException} when it is not allowed
 * @param defaultValue its value when absent, as it is stored; null when it must be given
 * @param when the words of other settings with any of which it acts, by their names; empty when it always does
 */
public record Setting<T>(
        String name,
        String section,
        String description,
        Kind kind,
        String allowed,
        Function<Object, T> meaning,
        @Nullable Object defaultValue,
        Map<String, List<String>> when) {
    /** The section of the starting point's coordinates. */
    public static final String START = "start";

    /** The word of {@link #when} for any file, where the other setting names one. */
    public static final String A_FILE = "a file";

    /** What a file's setting is where there is none. */
    public static final String NO_FILE = "none";

    /** How a value is stored. */
    public enum Kind {
        /** A double. */
        NUMBER,
        /** A long. */
        INTEGER,
        /** A string. */
        TEXT,
        /** A string that names a file, which in an experiment file may be given as it is named from there. */
        FILE,
        /** A string that names a folder of the machine at hand: no part of a record, which is the same wherever data are kept. */
        FOLDER
    }

    /** A finite positive number. */
    public static Setting<Double> positive(String name, String description, @Nullable Double defaultValue) {
        return number(name, description, "> 0 and finite", x -> x > 0 && x < Double.POSITIVE_INFINITY, defaultValue);
    }

    /** A number that passes a test; NaN and infinities should not. */
    public static Setting<Double> number(
            String name, String description, String allowed, Predicate<Double> test, @Nullable Double defaultValue) {
        return new Setting<>(
                name,
                "",
                description,
                Kind.NUMBER,
                allowed,
                value -> checked((Double) value, test),
                defaultValue,
                Map.of());
    }

    /** A whole number between two bounds, inclusive. */
    public static Setting<Long> integer(
            String name, String description, long low, long high, @Nullable Long defaultValue) {
        return new Setting<>(
                name,
                "",
                description,
                Kind.INTEGER,
                "a whole number from " + low + " to " + high,
                value -> checked((Long) value, v -> v >= low && v <= high),
                defaultValue,
                Map.of());
    }

    /** One of a few words. */
    public static Setting<String> choice(
            String name, String description, List<String> words, @Nullable String defaultValue) {
        return text(name, description, "one of " + String.join(", ", words), words::contains, defaultValue);
    }

    /** One of a few things, each with a word of its own. */
    public static <T> Setting<T> choice(
            String name, String description, List<T> things, Function<T, String> word, T defaultThing) {
        return parsed(
                name,
                description,
                "one of " + things.stream().map(word).collect(Collectors.joining(", ")),
                text -> things.stream()
                        .filter(thing -> word.apply(thing).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)),
                word.apply(defaultThing));
    }

    /** Any text that passes a test. */
    public static Setting<String> text(
            String name, String description, String allowed, Predicate<String> test, @Nullable String defaultValue) {
        return parsed(name, description, allowed, text -> checked(text, test), defaultValue);
    }

    /**
     * A text of a small language, which is allowed exactly when it can be read.
     *
     * @param reading what a text means; throws {@link IllegalArgumentException} when it is not allowed
     */
    public static <T> Setting<T> parsed(
            String name,
            String description,
            String allowed,
            Function<String, T> reading,
            @Nullable String defaultValue) {
        return new Setting<>(
                name,
                "",
                description,
                Kind.TEXT,
                allowed,
                value -> reading.apply((String) value),
                defaultValue,
                Map.of());
    }

    /**
     * The name of a file.
     *
     * @param defaultValue what stands for no file; null when there must be one
     */
    public static Setting<String> file(String name, String description, String allowed, @Nullable String defaultValue) {
        return new Setting<>(
                name,
                "",
                description,
                Kind.FILE,
                allowed,
                value -> checked((String) value, text -> !text.isEmpty()),
                defaultValue,
                Map.of());
    }

    /**
     * The name of a folder of the machine at hand.
     *
     * @param reading the folder that a name means, empty for the default
     */
    public static <T> Setting<T> folder(String name, String description, Function<String, T> reading) {
        return new Setting<>(
                name, "", description, Kind.FOLDER, "a folder", value -> reading.apply((String) value), "", Map.of());
    }

    /** A finite coordinate of the starting point. */
    public static Setting<Double> start(String name, String description, @Nullable Double defaultValue) {
        return number(name, description, "a finite number", Double::isFinite, defaultValue)
                .in(START);
    }

    private static <V> V checked(V value, Predicate<V> test) {
        if (!test.test(value)) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    /** The same, grouped under {@code other} in files. */
    public Setting<T> in(String other) {
        return new Setting<>(name, other, description, kind, allowed, meaning, defaultValue, when);
    }

    /** The same with another description. */
    public Setting<T> describedAs(String other) {
        return new Setting<>(name, section, other, kind, allowed, meaning, defaultValue, when);
    }

    /** The same with another default, as it is stored. */
    public Setting<T> withDefault(Object other) {
        return new Setting<>(name, section, description, kind, allowed, meaning, other, when);
    }

    /** The same, which acts only with one of these words of another setting, or as said before. */
    public Setting<T> when(String other, List<String> words) {
        Map<String, List<String>> all = new TreeMap<>(when);
        all.put(other, List.copyOf(words));
        return new Setting<>(name, section, description, kind, allowed, meaning, defaultValue, Map.copyOf(all));
    }

    /** The same with the section in its name, for a model that has another setting of that name. */
    public Setting<T> qualified() {
        return new Setting<>(path(), section, description, kind, allowed, meaning, defaultValue, when);
    }

    /** Whether it is a coordinate of the starting point. */
    public boolean start() {
        return section.equals(START);
    }

    /** Where it is in files: {@code section.name}. */
    public String path() {
        return section.isEmpty() || name.startsWith(section + ".") ? name : section + "." + name;
    }

    /** The value as it is stored, checked. Text is parsed, numbers are converted when that is exact. */
    Object read(Object raw) {
        Object value =
                switch (kind) {
                    case NUMBER -> toDouble(raw);
                    case INTEGER -> toLong(raw);
                    case TEXT, FILE, FOLDER -> text(raw);
                };
        try {
            var unused = meaning.apply(value);
        } catch (IllegalArgumentException e) {
            throw refuse(raw);
        }
        return value;
    }

    /** A list as its entries in brackets; in it a key with a list as a word before that list. */
    private static String text(Object raw) {
        if (raw instanceof List<?> list) {
            return list.stream().map(Setting::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (raw instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(raw).trim();
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
