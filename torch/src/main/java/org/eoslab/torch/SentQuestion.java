package org.eoslab.torch;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Question} as it travels: its vectors, of which the network sees no more than its own precision, in that.
 *
 * @param question the question with empty vectors
 * @param point the parameters, a {@code float[]} or {@code double[]}; null for those of the question before
 * @param directions the directions, in such arrays
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentQuestion(Question question, @Nullable Object point, List<Object> directions) implements Serializable {
    private static final double[] EMPTY = {};

    /**
     * A question to send.
     *
     * @param precision of the network
     * @param pointIsKnown whether the point is that of the question before
     */
    public static SentQuestion of(Question question, Precision precision, boolean pointIsKnown) {
        return new SentQuestion(
                question.at(EMPTY, List.of()),
                pointIsKnown ? null : narrow(question.point(), precision),
                question.directions().stream()
                        .map(direction -> narrow(direction, precision))
                        .toList());
    }

    /** The question with vectors that have arrived, and that are the same to the network. */
    public static Question with(Question question, Object point, List<Object> directions) {
        return question.at(
                wide(point), directions.stream().map(SentQuestion::wide).toList());
    }

    private static Object narrow(double[] vector, Precision precision) {
        if (precision == Precision.FLOAT64) {
            return vector;
        }
        float[] narrow = new float[vector.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) vector[i];
        }
        return narrow;
    }

    private static double[] wide(Object vector) {
        if (vector instanceof double[] wide) {
            return wide;
        }
        float[] narrow = (float[]) vector;
        double[] wide = new double[narrow.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = narrow[i];
        }
        return wide;
    }
}
