package org.eoslab.objective;

import java.util.stream.IntStream;

/** An objective that is the mean of the losses of its examples, so that a step can see a batch of them. */
public interface FiniteSum extends Objective {
    /** The number of examples. */
    int examples();

    /**
     * The mean loss over some of the examples.
     *
     * @param indices which, each from 0 to {@link #examples()} − 1
     */
    Objective batch(int[] indices);

    /** The loss of each example at {@code w}, in their order; their mean is {@link #value}. */
    default double[] losses(double[] w) {
        return IntStream.range(0, examples())
                .mapToDouble(i -> batch(new int[] {i}).value(w))
                .toArray();
    }
}
