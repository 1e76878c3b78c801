package org.eoslab.linalg;

import java.util.Arrays;

/**
 * Eigenpairs with their evidence.
 *
 * @param values eigenvalues, largest first
 * @param vectors the unit eigenvectors, one row each, in the order of {@code values}
 * @param residuals ‖A·v − λ·v‖ of each pair, with the {@link SymmetricOperator#error} of A·v where products are approximate: an eigenvalue
 *     of A lies within that distance of λ
 * @param products operator applications spent
 * @param converged whether every residual is within what was asked for
 * @param model what else was seen of A, for the reading of a nearby operator to start from
 */
public record EigenPairs(
        double[] values, double[][] vectors, double[] residuals, int products, boolean converged, LowRank model) {
    /** No pairs: the guess of a cold start. */
    public static final EigenPairs NONE = new EigenPairs(new double[0], new double[0][], new double[0], 0, true);

    /** Pairs that are all that is known of A. */
    public EigenPairs(double[] values, double[][] vectors, double[] residuals, int products, boolean converged) {
        this(values, vectors, residuals, products, converged, new LowRank(values, vectors));
    }

    /** The result at parameters where the operator is not finite, as after a divergence: NaN, and not converged. */
    public static EigenPairs notFinite(int count, int dimension, int products) {
        double[] nan = new double[count];
        Arrays.fill(nan, Double.NaN);
        return new EigenPairs(nan, new double[count][dimension], nan.clone(), products, false, LowRank.NONE);
    }

    /** These pairs, with {@code earlier} products added to their cost. */
    public EigenPairs afterSpending(int earlier) {
        return new EigenPairs(values, vectors, residuals, products + earlier, converged, model);
    }

    /**
     * These pairs, with what the products of {@code operator} may be off at each vector added to its residual; they have not converged where
     * that makes one larger than {@code tolerance} times its eigenvalue.
     */
    public EigenPairs withErrorsOf(SymmetricOperator operator, double tolerance) {
        EigenPairs pairs = this;
        for (int i = 0; i < values.length; i++) {
            double error = operator.error(vectors[i]);
            if (error != 0) {
                pairs = pairs.withError(i, error, tolerance);
            }
        }
        return pairs;
    }

    private EigenPairs withError(int i, double error, double tolerance) {
        double[] all = residuals.clone();
        all[i] += error;
        boolean within = converged && all[i] <= tolerance * Math.abs(values[i]);
        return new EigenPairs(values, vectors, all, products, within, model);
    }

    /** The first so many of these pairs; what they cost, and what else was seen, stays. */
    public EigenPairs first(int count) {
        return new EigenPairs(
                Arrays.copyOf(values, count),
                Arrays.copyOf(vectors, count),
                Arrays.copyOf(residuals, count),
                products,
                converged,
                model);
    }

    /** The largest eigenvalue. */
    public double largest() {
        return values[0];
    }
}
