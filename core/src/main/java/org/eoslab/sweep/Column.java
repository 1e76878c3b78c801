package org.eoslab.sweep;

import java.util.Arrays;
import java.util.List;

/** One column of {@link Rows}: a name and an array with an element a row, not to be modified. */
public sealed interface Column {
    /** Its name. */
    String name();

    /** How many rows. */
    int size();

    /** The values, boxed. */
    List<?> values();

    /** The array itself: {@code double[]}, {@code long[]} or {@code String[]}. */
    Object array();

    /**
     * A column of such an array.
     *
     * @throws IllegalArgumentException for an array of anything else
     */
    static Column of(String name, Object array) {
        if (array instanceof double[] numbers) {
            return new Numbers(name, numbers);
        }
        if (array instanceof long[] integers) {
            return new Integers(name, integers);
        }
        if (array instanceof String[] texts) {
            return new Texts(name, texts);
        }
        throw new IllegalArgumentException(name + ": " + array.getClass() + " is no array of a column");
    }

    /**
     * Doubles.
     *
     * @param name the name
     * @param array the values; NaN where there is none
     */
    record Numbers(String name, double[] array) implements Column {
        @Override
        public int size() {
            return array.length;
        }

        @Override
        public List<Double> values() {
            return Arrays.stream(array).boxed().toList();
        }
    }

    /**
     * Whole numbers of at most 53 bits.
     *
     * @param name the name
     * @param array the values
     */
    record Integers(String name, long[] array) implements Column {
        @Override
        public int size() {
            return array.length;
        }

        @Override
        public List<Long> values() {
            return Arrays.stream(array).boxed().toList();
        }
    }

    /**
     * Texts.
     *
     * @param name the name
     * @param array the values; equal ones are mostly the same object
     */
    record Texts(String name, String[] array) implements Column {
        @Override
        public int size() {
            return array.length;
        }

        @Override
        public List<String> values() {
            return List.of(array);
        }
    }
}
