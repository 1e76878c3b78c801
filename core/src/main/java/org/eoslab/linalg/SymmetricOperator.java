package org.eoslab.linalg;

import java.util.Arrays;

/** A real symmetric linear map ℝⁿ → ℝⁿ, known only by what it does to a vector. */
public interface SymmetricOperator {
    /** The dimension n. */
    int dimension();

    /**
     * Writes A·x into {@code result}.
     *
     * @param x a vector of length n, not modified
     * @param result a vector of length n other than {@code x}, overwritten
     */
    void apply(double[] x, double[] result);

    /** How far A·x may be from exact by rounding, relative to ‖A‖·‖x‖: no smaller difference of two eigenvalues says anything. */
    default double rounding() {
        return 0x1p-48;
    }

    /**
     * How far A·x may be from exact at a unit vector {@code x} beyond {@link #rounding}, estimated: 0 unless products are approximate, as
     * differences of gradients are. Solvers add it to the residuals of their eigenvectors.
     *
     * @param x a unit vector, not modified
     */
    default double error(double[] x) {
        return 0;
    }

    /** The map x ↦ A·x of a symmetric matrix, given by its rows. */
    static SymmetricOperator of(double[][] matrix) {
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return matrix.length;
            }

            @Override
            public void apply(double[] x, double[] result) {
                Arrays.setAll(result, i -> Vectors.dot(matrix[i], x));
            }
        };
    }
}
