package org.eoslab.linalg.dense;

import java.util.OptionalInt;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.MatrixScale;
import org.eoslab.linalg.SymmetricOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

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
        double[][] entries = matrix(operator);
        Decomposition decomposition = Decomposition.of(entries);
        if (decomposition == null) {
            return EigenPairs.notFinite(count, n, n);
        }
        EigenDecompositionSymmetric eigen = decomposition.scaled;
        int[] order = order(eigen.getEigenvalues(), count);
        double[] values = new double[count];
        double[][] vectors = new double[count][];
        double[] residuals = new double[count];
        for (int k = 0; k < count; k++) {
            double value = eigen.getEigenvalue(order[k]);
            vectors[k] = eigen.getEigenvector(order[k]).toArray();
            double[] product = decomposition.matrix.operate(vectors[k]);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double d = product[i] - value * vectors[k][i];
                sum += d * d;
            }
            values[k] = Math.scalb(value, decomposition.exponent);
            residuals[k] = Math.scalb(Math.sqrt(sum), decomposition.exponent);
        }
        return new EigenPairs(values, vectors, residuals, n, true);
    }

    /** The largest eigenvalue alone, as {@link #largest} has it; NaN where an entry isn't finite. */
    static double largest(double[][] entries) {
        Decomposition decomposition = Decomposition.of(entries);
        if (decomposition == null) {
            return Double.NaN;
        }
        double[] values = decomposition.scaled.getEigenvalues();
        return Math.scalb(values[order(values, 1)[0]], decomposition.exponent);
    }

    /** The places of the {@code count} largest values, largest first; of equal ones the first is first. */
    private static int[] order(double[] values, int count) {
        int[] order = new int[count];
        for (int i = 0; i < values.length; i++) {
            int place = Math.min(i, count);
            while (place > 0 && Double.compare(-values[i], -values[order[place - 1]]) < 0) {
                if (place < count) {
                    order[place] = order[place - 1];
                }
                place--;
            }
            if (place < count) {
                order[place] = i;
            }
        }
        return order;
    }

    /**
     * A decomposition of 2⁻ᵏA.
     *
     * @param matrix 2⁻ᵏA
     * @param scaled its decomposition
     * @param exponent k
     */
    private record Decomposition(RealMatrix matrix, EigenDecompositionSymmetric scaled, int exponent) {
        /** Of the matrix A with these entries, which are scaled in place; null where one isn't finite. */
        static @Nullable Decomposition of(double[][] entries) {
            OptionalInt exponent = MatrixScale.normalise(entries);
            if (exponent.isEmpty()) {
                return null;
            }
            RealMatrix matrix = new Array2DRowRealMatrix(entries, false);
            return new Decomposition(matrix, new EigenDecompositionSymmetric(matrix), exponent.getAsInt());
        }
    }
}
