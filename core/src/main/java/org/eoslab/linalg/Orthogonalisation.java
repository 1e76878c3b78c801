package org.eoslab.linalg;

import java.util.Arrays;

/**
 * Newton–Schulz orthogonalisation: of a matrix X = UΣVᵀ the nearest with orthonormal rows or columns, UVᵀ, by matrix products alone. Five quintic steps X ← aX + b(XXᵀ)X + c(XXᵀ)²X with the
 * coefficients of Jordan et al. (2024), which bring singular values near 1 fast and leave them there inexactly, then ten cubic ones, ½(3X − XXᵀX), to rounding: values from 1e-4 of ‖X‖ up become 1,
 * smaller ones stay below.
 *
 * <p>As every step is X times a polynomial of the smaller Gram matrix, the steps are taken on that polynomial, in the matrix's smaller dimension.
 */
public final class Orthogonalisation {
    private static final double[] QUINTIC = {3.4445, -4.7750, 2.0315};
    private static final double[] CUBIC = {1.5, -0.5, 0};
    private static final int QUINTIC_STEPS = 5;
    private static final int CUBIC_STEPS = 10;

    private Orthogonalisation() {}

    /**
     * Writes UVᵀ of the matrix that stands row by row in {@code x} from {@code offset} on into {@code result} at the same place, zeros for one of zeros.
     *
     * @param x not modified
     */
    public static void apply(double[] x, int offset, int rows, int columns, double[] result) {
        double norm = 0;
        for (int i = offset; i < offset + rows * columns; i++) {
            norm = Math.hypot(norm, x[i]);
        }
        boolean wide = rows <= columns;
        int n = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        // The vectors of the smaller dimension, each of unit scale.
        double[][] vectors = new double[n][length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < length; j++) {
                double entry = x[offset + (wide ? i * columns + j : j * columns + i)];
                vectors[i][j] = norm == 0 ? 0 : entry / norm;
            }
        }
        double[][] polynomial = polynomial(gram(vectors));
        double[] sum = new double[length];
        for (int i = 0; i < n; i++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < n; k++) {
                Vectors.add(polynomial[i][k], vectors[k], sum);
            }
            for (int j = 0; j < length; j++) {
                result[offset + (wide ? i * columns + j : j * columns + i)] = sum[j];
            }
        }
    }

    private static double[][] gram(double[][] vectors) {
        int n = vectors.length;
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = Vectors.dot(vectors[i], vectors[j]);
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    /** The product of all steps' polynomials, of a Gram matrix with eigenvalues from 0 to 1, which is overwritten. */
    private static double[][] polynomial(double[][] gram) {
        int n = gram.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            product[i][i] = 1;
        }
        double[][] moved = gram;
        for (int step = 0; step < QUINTIC_STEPS + CUBIC_STEPS; step++) {
            double[][] factor = factor(moved, step < QUINTIC_STEPS ? QUINTIC : CUBIC);
            product = times(product, factor);
            moved = times(moved, times(factor, factor));
        }
        return product;
    }

    /** a + bG + cG². */
    private static double[][] factor(double[][] gram, double[] coefficients) {
        int n = gram.length;
        double[][] factor = coefficients[2] == 0 ? new double[n][n] : times(gram, gram);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                factor[i][j] =
                        coefficients[1] * gram[i][j] + coefficients[2] * factor[i][j] + (i == j ? coefficients[0] : 0);
            }
        }
        return factor;
    }

    /** The product of two symmetric matrices that commute, which is symmetric too. */
    private static double[][] times(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = a[i][k];
                for (int j = i; j < n; j++) {
                    product[i][j] += factor * b[k][j];
                }
            }
            for (int j = i + 1; j < n; j++) {
                product[j][i] = product[i][j];
            }
        }
        return product;
    }
}
