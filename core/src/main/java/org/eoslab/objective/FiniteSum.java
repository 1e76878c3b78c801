package org.eoslab.objective;

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
}
