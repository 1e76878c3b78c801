package org.eoslab.linalg;

/**
 * Eigenpairs with their evidence.
 *
 * @param values eigenvalues, largest first
 * @param vectors the unit eigenvectors, one row each, in the order of {@code values}
 * @param residuals ‖A·v − λ·v‖ of each pair: an eigenvalue of A lies within that distance of λ
 * @param products operator applications spent
 * @param converged whether every residual is within what was asked for
 */
public record EigenPairs(double[] values, double[][] vectors, double[] residuals, int products, boolean converged) {
    /** No pairs: the guess of a cold start. */
    public static final EigenPairs NONE = new EigenPairs(new double[0], new double[0][], new double[0], 0, true);

    /** The largest eigenvalue. */
    public double largest() {
        return values[0];
    }
}
