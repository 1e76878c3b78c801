package org.eoslab.sweep;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;

/** One column of {@link RowBlock}: a name and an array with an element a row, not to be modified. */
public sealed interface RowColumn {
    /** Its name. */
    String name();

    /** The array itself: {@code double[]}, {@code long[]} or {@code String[]}. */
    Object array();

    /** How many rows. */
    default int size() {
        return Array.getLength(array());
    }

    /** The values, boxed. */
    default List<Object> values() {
        return IntStream.range(0, size()).mapToObj(i -> Array.get(array(), i)).toList();
    }

    /**
     * A column of such an array.
     *
     * @throws IllegalArgumentException for an array of anything else
     */
    static RowColumn of(String name, Object array) {
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
    record Numbers(String name, double[] array) implements RowColumn {}

    /**
     * Whole numbers of at most 53 bits.
     *
     * @param name the name
     * @param array the values
     */
    record Integers(String name, long[] array) implements RowColumn {}

    /**
     * Texts.
     *
     * @param name the name
     * @param array the values; equal ones are mostly the same object
     */
    record Texts(String name, String[] array) implements RowColumn {}
}
