package org.eoslab.torch;

/**
 * Takes the sums over examples that a network's objective is made of: in this process, or elsewhere. The chunks of the examples
 * ({@link Chunks}) are evaluated each by itself, in one thread, and added up in their order, so the bits are the same wherever that is.
 */
@FunctionalInterface
public interface Evaluator {
    /**
     * Asks every chunk.
     *
     * @param sum overwritten with the sum of the chunks' vectors; untouched where they have none
     * @return the numbers of all chunks, in their order
     */
    double[] ask(Question question, double[] sum);

    /** In all threads of this process. The native library is loaded, and the data copied to it, at the first question. */
    static Evaluator here(Terms terms) {
        return new LocalEvaluator(terms);
    }
}
