package org.eoslab.torch.data;

import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.experiment.Example;

/** Examples: inputs of one shape with their targets. Read one at a time, so that what is kept can be as small as a byte a pixel. */
public interface DataSet {
    /** The number of examples. */
    int size();

    /** The shape of one input. */
    List<Long> inputShape();

    /** How many numbers an input has. */
    default long inputLength() {
        return inputShape().stream().reduce(1L, Math::multiplyExact);
    }

    /** Whether the network takes the inputs as whole numbers, such as words of a vocabulary, and not as floating-point ones. */
    default boolean wholeInputs() {
        return false;
    }

    /** The length of one target. */
    int outputs();

    /** The shape of one target, that of the network's output: a row of numbers where nothing else is said. */
    default List<Long> targetShape() {
        return List.of((long) outputs());
    }

    /** The first so many examples. */
    default DataSet first(int count) {
        return count >= size() ? this : at(IntStream.range(0, count).toArray());
    }

    /**
     * The examples at some places.
     *
     * @param places each from 0 to {@link #size()} − 1, not to be modified
     */
    default DataSet at(int... places) {
        return new SomeExamples(this, places);
    }

    /** How the targets say to which class an example belongs. */
    default Labels labels() {
        return Labels.NONE;
    }

    /**
     * An example as people look at it.
     *
     * @param index from 0 to {@link #size()} − 1
     */
    default Example shown(int index) {
        return Showing.of(this, index);
    }

    /**
     * Writes an example.
     *
     * @param index from 0 to {@link #size()} − 1
     * @param input the input row-major, overwritten
     * @param target the target row-major, length {@link #outputs()}, overwritten
     */
    void read(int index, double[] input, double[] target);
}
