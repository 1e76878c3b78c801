package org.eoslab.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

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
        double[] unit = new double[n];
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
        return columns;
    }

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        double[][] entries = matrix(operator);
        double largest = 0;
        for (double[] row : entries) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return EigenPairs.notFinite(count, n, n);
        }
        // A power of two passes through exactly and keeps the library's squares from overflowing.
        int exponent = Math.getExponent(largest);
        for (double[] row : entries) {
            Arrays.setAll(row, j -> Math.scalb(row[j], -exponent));
        }
        RealMatrix matrix = new Array2DRowRealMatrix(entries, false);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        double[] all = eigen.getEigenvalues();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
                .mapToInt(Integer::intValue)
                .limit(count)
                .toArray();
        double[] values = Arrays.stream(order).mapToDouble(i -> all[i]).toArray();
        double[][] vectors = Arrays.stream(order)
                .mapToObj(i -> eigen.getEigenvector(i).toArray())
                .toArray(double[][]::new);
        double[] residuals = new double[count];
        for (int k = 0; k < count; k++) {
            double[] product = matrix.operate(vectors[k]);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double d = product[i] - values[k] * vectors[k][i];
                sum += d * d;
            }
            residuals[k] = Math.scalb(Math.sqrt(sum), exponent);
            values[k] = Math.scalb(values[k], exponent);
        }
        return new EigenPairs(values, vectors, residuals, n, true);
    }
}
