package org.eoslab.linalg.dense;

import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricDecomposition;
import org.eoslab.linalg.SymmetricOperator;

/**
 * The dense solver: forms the matrix by n products and decomposes it (Hipparchus, implicit QL). For n up to a few hundred,
 * and the oracle of the iterative solvers. Where an entry isn't finite, as just before a run diverges, the eigenvalues are NaN
 * and not converged.
 */
public final class DenseEigenSolver implements EigenSolver {
    /** The matrix of {@code operator} by n products with unit vectors, made exactly symmetric. */
    public static double[][] matrix(SymmetricOperator operator) {
        int n = operator.dimension();
        double[][] columns = new double[n][n];
        matrix(operator, new double[n], columns);
        return columns;
    }

    /**
     * The same into {@code columns}.
     *
     * @param unit work space of length n, all zeros before and after
     * @param columns n arrays of length n, overwritten
     */
    static void matrix(SymmetricOperator operator, double[] unit, double[][] columns) {
        int n = unit.length;
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            operator.apply(unit, columns[j]);
            unit[j] = 0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                columns[i][j] = columns[j][i] = 0.5 * (columns[i][j] + columns[j][i]);
            }
        }
    }

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        SymmetricDecomposition all = SymmetricDecomposition.of(matrix(operator));
        if (all == null) {
            return EigenPairs.notFinite(count, n, n);
        }
        double[] values = new double[count];
        double[][] vectors = new double[count][];
        double[] residuals = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = all.value(i);
            vectors[i] = all.vector(i);
            residuals[i] = all.residual(i);
        }
        return new EigenPairs(values, vectors, residuals, n, true).withErrorsOf(operator, Lanczos.TOLERANCE);
    }

    /** The largest eigenvalue alone, as {@link #largest} has it; NaN where an entry isn't finite. */
    static double largest(double[][] entries) {
        SymmetricDecomposition all = SymmetricDecomposition.of(entries);
        return all == null ? Double.NaN : all.value(0);
    }
}
