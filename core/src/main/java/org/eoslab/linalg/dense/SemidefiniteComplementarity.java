package org.eoslab.linalg.dense;

import org.eoslab.linalg.Vectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Small linear complementarity problems on the cone of positive semidefinite matrices: find symmetric X with
 * X ⪰ 0, M(X) = B + A(X) ⪰ 0, ⟨X, M(X)⟩ = 0, where A is symmetric and positive semidefinite. These are the optimality conditions of
 * min ½⟨X, A(X)⟩ + ⟨B, X⟩ over X ⪰ 0.
 *
 * <p>Matrices are vectors here, in coordinates that make ⟨X, Y⟩ = x·y: the upper triangle row by row, entries off the diagonal times
 * √2. Let P be the projection onto the cone and τ = 1/tr A. X solves the problem exactly when the natural residual
 * R(x) = x − P(x − τM(x)) is zero. Newton's method on R (semismooth; its derivative of P is that of Malick and Sendov, 2006)
 * converges quadratically where it does; a Newton step that does not make R smaller is replaced by a few projected gradient steps
 * x ← x − R(x), which converge always, if slowly.
 */
public final class SemidefiniteComplementarity {
    /** R relative to the size of the problem: a few dozen roundings. */
    private static final double TOLERANCE = 1e-13;

    private static final int ITERATIONS = 500;
    private static final int GRADIENT_STEPS = 10;
    private static final double DECREASE = 0.5;
    private static final double SINGULAR = 1e-12;
    private static final double ROOT_TWO = Math.sqrt(2);

    private final int order;
    private final double[][] a;
    private final double[] b;
    private final double tau;

    private SemidefiniteComplementarity(int order, double[][] a, double[] b) {
        this.order = order;
        this.a = a;
        this.b = b;
        double trace = 0;
        for (int p = 0; p < b.length; p++) {
            trace += a[p][p];
        }
        this.tau = trace > 0 ? 1 / trace : 1;
    }

    /**
     * A solution with its evidence.
     *
     * @param x X, exactly positive semidefinite up to rounding
     * @param residual ‖R‖, the distance from X to P(X − τM(X))
     * @param iterations steps taken
     * @param converged whether the residual is down to rounding; if not there may be no solution
     */
    public record Solution(double[][] x, double residual, int iterations, boolean converged) {
        /** tr X. */
        public double trace() {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i][i];
            }
            return sum;
        }
    }

    /**
     * Solves the problem.
     *
     * @param order k, the order of the matrices, at least 1
     * @param a A in these coordinates, k(k+1)/2 square, symmetric positive semidefinite, not modified
     * @param b B in these coordinates, not modified
     */
    public static Solution solve(int order, double[][] a, double[] b) {
        return new SemidefiniteComplementarity(order, a, b).solve();
    }

    /** The coordinates of a symmetric matrix, length k(k+1)/2. */
    public static double[] coordinates(double[][] matrix) {
        int k = matrix.length;
        double[] x = new double[k * (k + 1) / 2];
        for (int i = 0, p = 0; i < k; i++) {
            for (int j = i; j < k; j++, p++) {
                x[p] = i == j ? matrix[i][i] : ROOT_TWO * matrix[i][j];
            }
        }
        return x;
    }

    /** The matrix of these coordinates. */
    public static double[][] matrix(int order, double[] x) {
        double[][] matrix = new double[order][order];
        for (int i = 0, p = 0; i < order; i++) {
            for (int j = i; j < order; j++, p++) {
                matrix[i][j] = matrix[j][i] = i == j ? x[p] : x[p] / ROOT_TWO;
            }
        }
        return matrix;
    }

    private Solution solve() {
        double[] x = new double[b.length];
        Spectrum spectrum = new Spectrum(x);
        double scale = tau * Vectors.norm(b);
        int iteration = 0;
        while (!isSmall(spectrum, scale, x) && iteration < ITERATIONS) {
            double[] next = newton(x, spectrum);
            Spectrum there = new Spectrum(next);
            for (int i = 0; i < GRADIENT_STEPS && !(there.norm() <= DECREASE * spectrum.norm()); i++) {
                next = i == 0 ? spectrum.projected : there.projected;
                there = new Spectrum(next);
            }
            x = next;
            spectrum = there;
            iteration++;
        }
        // P(x − τM(x)) lies in the cone, and within the residual of x.
        return new Solution(matrix(order, spectrum.projected), spectrum.norm(), iteration, isSmall(spectrum, scale, x));
    }

    private static boolean isSmall(Spectrum spectrum, double scale, double[] x) {
        return spectrum.norm() <= TOLERANCE * (scale + Vectors.norm(x));
    }

    /** x − R′(x)⁻¹R(x), or {@code x} where R′ is singular. */
    private double[] newton(double[] x, Spectrum spectrum) {
        int n = x.length;
        double[][] jacobian = new double[n][n];
        double[] h = new double[n];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                h[q] = (p == q ? 1 : 0) - tau * a[q][p];
            }
            double[] derivative = spectrum.derivative(h);
            for (int q = 0; q < n; q++) {
                jacobian[q][p] = (p == q ? 1 : 0) - derivative[q];
            }
        }
        DecompositionSolver solver =
                new QRDecomposition(new Array2DRowRealMatrix(jacobian, false), SINGULAR).getSolver();
        double[] next = x.clone();
        if (solver.isNonSingular()) {
            Vectors.add(
                    -1,
                    solver.solve(new ArrayRealVector(spectrum.residual, false)).toArray(),
                    next);
        }
        return next;
    }

    /** The spectral decomposition of x − τM(x), and what follows from it. */
    private final class Spectrum {
        private final RealMatrix vectors;
        private final double[] values;
        private final double[] projected;
        private final double[] residual;

        Spectrum(double[] x) {
            double[] y = new double[x.length];
            for (int p = 0; p < x.length; p++) {
                y[p] = x[p] - tau * (b[p] + Vectors.dot(a[p], x));
            }
            EigenDecompositionSymmetric eigen =
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix(order, y), false));
            vectors = eigen.getV();
            values = eigen.getEigenvalues();
            double[][] positive = new double[order][order];
            for (int i = 0; i < order; i++) {
                positive[i][i] = Math.max(0, values[i]);
            }
            projected = rotated(positive);
            residual = x.clone();
            Vectors.add(-1, projected, residual);
        }

        double norm() {
            return Vectors.norm(residual);
        }

        /** P′(y)h: divided differences of max(0, ·) in the eigenbasis. */
        double[] derivative(double[] h) {
            RealMatrix inBasis = vectors.transposeMultiply(new Array2DRowRealMatrix(matrix(order, h), false))
                    .multiply(vectors);
            double[][] weighted = new double[order][order];
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    weighted[i][j] = weight(values[i], values[j]) * inBasis.getEntry(i, j);
                }
            }
            return rotated(weighted);
        }

        private double[] rotated(double[][] inBasis) {
            return coordinates(vectors.multiply(new Array2DRowRealMatrix(inBasis, false))
                    .multiplyTransposed(vectors)
                    .getData());
        }

        private double weight(double s, double t) {
            if (s > 0 && t > 0) {
                return 1;
            }
            return s <= 0 && t <= 0 ? 0 : Math.max(s, t) / Math.abs(s - t);
        }
    }
}
