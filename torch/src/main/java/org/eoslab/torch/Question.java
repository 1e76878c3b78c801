package org.eoslab.torch;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Evaluator} is asked: a sum over the chunks of some examples, at a point.
 *
 * @param kind of what
 * @param point the parameters w, not to be modified
 * @param directions the vectors that the kind takes, not to be modified
 * @param graph a number for the point and the examples of a {@link Kind#HESSIAN}: with the same one the graph of the gradient is used again
 * @param decision what an output stands for, for {@link Kind#RIGHT}
 * @param examples which examples, in this order; null for all
 * @param count how many examples those are
 */
@SuppressWarnings("ArrayRecordComponent")
public record Question(
        Kind kind,
        double[] point,
        List<double[]> directions,
        long graph,
        @Nullable Decision decision,
        int @Nullable [] examples,
        int count)
        implements Serializable {
    /** Kinds of sums. A chunk contributes numbers, and for a derivative a vector. */
    public enum Kind {
        /** The chunk's part of the mean loss. */
        VALUE,
        /** The loss of each of its examples. */
        LOSSES,
        /** How many of its examples are right. */
        RIGHT,
        /** Its part of the mean loss, and of the gradient. */
        GRADIENT,
        /** Its part of ∇²L(w)·v. */
        HESSIAN,
        /** Its part of ∇³L(w)[u, v, ·]. */
        THIRD;

        /** Whether a chunk contributes a vector. */
        public boolean hasVector() {
            return this == GRADIENT || this == HESSIAN || this == THIRD;
        }
    }

    /** The same at other vectors, equal in the precision of the network. */
    public Question at(double[] otherPoint, List<double[]> otherDirections) {
        return new Question(kind, otherPoint, otherDirections, graph, decision, examples, count);
    }
}
