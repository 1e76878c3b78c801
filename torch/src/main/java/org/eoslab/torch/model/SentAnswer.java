package org.eoslab.torch.model;

import java.io.Serializable;

/**
 * The answer to a question as it travels.
 *
 * @param outcome whether there is one
 * @param problem what went wrong, in a line; empty when nothing did
 * @param numbers of all chunks, in their order
 * @param sum of their vectors; empty where they have none
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentAnswer(Outcome outcome, String problem, double[] numbers, double[] sum) implements Serializable {
    /** How it went. */
    public enum Outcome {
        /** It is here. */
        ANSWERED,
        /** The terms cannot be made where they are to be summed. */
        REFUSED,
        /** The cluster does not work. */
        CLUSTER,
        /** The evaluation failed. */
        ERROR
    }

    /** No answer. */
    public static SentAnswer failed(Outcome outcome, String problem) {
        return new SentAnswer(outcome, problem, new double[0], new double[0]);
    }
}
