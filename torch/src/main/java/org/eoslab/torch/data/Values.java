package org.eoslab.torch.data;

import java.util.List;

/** Numbers of one shape for each example: inputs, or targets, as they are in a file. Read one example at a time. */
public interface Values {
    /** The setting and the file that they are from, for messages. */
    String place();

    /** The number of examples. */
    int size();

    /** The shape of one; empty for a single number. */
    List<Long> shape();

    /** How many numbers one has. */
    default int length() {
        return Math.toIntExact(shape().stream().reduce(1L, Math::multiplyExact));
    }

    /**
     * Writes the numbers of an example.
     *
     * @param index from 0 to {@link #size()} − 1
     * @param to row-major, length {@link #length()}, overwritten
     */
    void read(int index, double[] to);

    /** The names of the classes that the numbers are places among, from 0; empty where they are numbers in their own right. */
    default List<String> classes() {
        return List.of();
    }

    /** What the example is called in messages, such as {@code row 3}. */
    default String name(int index) {
        return "example " + index;
    }
}
