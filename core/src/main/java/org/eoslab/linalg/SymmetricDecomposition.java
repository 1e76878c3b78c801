package org.eoslab.linalg;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.jspecify.annotations.Nullable;

/**
 * The eigendecomposition A = VᵀΛV of a symmetric matrix of any scale, by the implicit QL method of Hipparchus.
 *
 * @param values the eigenvalues, largest first
 * @param vectors the orthonormal eigenvectors, one row each, in the order of {@code values}
 * @param residuals ‖A·v − λ·v‖ of each pair
 */
public record SymmetricDecomposition(double[] values, double[][] vectors, double[] residuals) {
    private static final double NOTHING = 0x1p-200;

    /**
     * The decomposition of a matrix, null where an entry isn't finite.
     *
     * @param entries its rows, exactly symmetric; overwritten
     */
    public static @Nullable SymmetricDecomposition of(double[][] entries) {
        double largest = 0;
        for (double[] row : entries) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return null;
        }
        // A power of two passes through exactly and keeps squares from overflowing.
        int exponent = Math.getExponent(largest);
        double factor = Math.scalb(1.0, -exponent);
        for (double[] row : entries) {
            Vectors.scale(factor, row);
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(entries, false);
        double[] values;
        double[][] vectors;
        try {
            EigenDecompositionSymmetric eigen = decompose(matrix);
            values = eigen.getEigenvalues();
            vectors = eigen.getVT().getData();
        } catch (MathIllegalStateException e) {
            // QL stops where it compares with eigenvalues that are next to zero beside others. Moved away from zero,
            // none is.
            double shift = 2 * matrix.getNormInfty();
            EigenDecompositionSymmetric eigen = decompose(moved(matrix, shift));
            values = Arrays.stream(eigen.getEigenvalues()).map(x -> x - shift).toArray();
            vectors = eigen.getVT().getData();
        }
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] residual = matrix.operate(vectors[i]);
            Vectors.add(-values[i], vectors[i], residual);
            residuals[i] = Math.scalb(Vectors.norm(residual), exponent);
            values[i] = Math.scalb(values[i], exponent);
        }
        return new SymmetricDecomposition(values, vectors, residuals);
    }

    private static EigenDecompositionSymmetric decompose(Array2DRowRealMatrix matrix) {
        return new EigenDecompositionSymmetric(matrix, 0x1p-52, true);
    }

    /** A + shift·1, without the entries whose squares might underflow: they are far below the rounding of the others. */
    private static Array2DRowRealMatrix moved(Array2DRowRealMatrix matrix, double shift) {
        double[][] entries = matrix.getData();
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries.length; j++) {
                entries[i][j] = Math.abs(entries[i][j]) < NOTHING ? 0 : entries[i][j];
            }
            entries[i][i] += shift;
        }
        return new Array2DRowRealMatrix(entries, false);
    }
}
