package org.eoslab.linalg;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.jspecify.annotations.Nullable;

/** The eigenpairs of a symmetric matrix of any scale, largest first, by the implicit QL method of Hipparchus. */
public final class SymmetricDecomposition {
    private static final double NOTHING = 0x1p-200;

    /** 2⁻ᵏA. */
    private final Array2DRowRealMatrix scaled;

    private final int exponent;
    /** Of 2⁻ᵏA + shift·1. */
    private final EigenDecompositionSymmetric eigen;

    private final double shift;

    private SymmetricDecomposition(
            Array2DRowRealMatrix scaled, int exponent, EigenDecompositionSymmetric eigen, double shift) {
        this.scaled = scaled;
        this.exponent = exponent;
        this.eigen = eigen;
        this.shift = shift;
    }

    /**
     * The decomposition of a matrix, null where an entry isn't finite.
     *
     * @param entries its rows, exactly symmetric; overwritten, and kept
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
        Array2DRowRealMatrix scaled = new Array2DRowRealMatrix(entries, false);
        try {
            return new SymmetricDecomposition(scaled, exponent, decompose(scaled), 0);
        } catch (MathIllegalStateException e) {
            // QL compares with neighbours on the diagonal, and does not end where these are next to nothing beside the
            // rest. Moved away from zero, none is.
            double shift = 2 * scaled.getNormInfty();
            return new SymmetricDecomposition(scaled, exponent, decompose(moved(scaled, shift)), shift);
        }
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

    /** The i-th eigenvalue. */
    public double value(int i) {
        return Math.scalb(eigen.getEigenvalue(i) - shift, exponent);
    }

    /** All eigenvalues. */
    public double[] values() {
        return Arrays.stream(eigen.getEigenvalues())
                .map(x -> Math.scalb(x - shift, exponent))
                .toArray();
    }

    /** The i-th unit eigenvector. */
    public double[] vector(int i) {
        return eigen.getEigenvector(i).toArray();
    }

    /** All of them, one row each. */
    public double[][] vectors() {
        return eigen.getVT().getData();
    }

    /** ‖A·v − λ·v‖ of the i-th pair. */
    public double residual(int i) {
        double[] vector = vector(i);
        double[] residual = scaled.operate(vector);
        Vectors.add(shift - eigen.getEigenvalue(i), vector, residual);
        return Math.scalb(Vectors.norm(residual), exponent);
    }
}
