package org.eoslab.linalg;

import java.util.Arrays;

/**
 * A low-rank model of a symmetric operator, A ≈ W·diag(θ)·Wᵀ: what one reading leaves for the next, so that it knows where to look.
 * Never a result: nothing says how close it is.
 *
 * @param values θ, largest first
 * @param vectors the columns of W, orthonormal to single precision at least, one row each, in the order of {@code values}
 */
public record LowRank(double[] values, double[][] vectors) {
    /** No model. */
    public static final LowRank NONE = new LowRank(new double[0], new double[0][]);

    /** Checks that there is a value a vector. */
    public LowRank {
        if (values.length != vectors.length) {
            throw new IllegalArgumentException(values.length + " values for " + vectors.length + " vectors");
        }
    }

    /**
     * The model with its vectors rounded to single precision, in place: as good a guess, in half the room of a checkpoint, which writes
     * floats as such.
     */
    static LowRank rounded(double[] values, double[][] vectors) {
        Arrays.stream(vectors).parallel().forEach(vector -> {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) vector[i];
            }
        });
        return new LowRank(values, vectors);
    }

    /** This model, if its vectors have this length, else none: it is one of another operator. */
    LowRank of(int dimension) {
        return rank() > 0 && vectors[0].length != dimension ? NONE : this;
    }

    /** The number of vectors. */
    public int rank() {
        return values.length;
    }
}
