package org.eoslab.model.linearnd;

import java.util.Arrays;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.SmoothObjective;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The minimalist model in any input dimension d: L(α, w) = ½(αw − w*)ᵀΣ(αw − w*), the population loss of f(x) = αwᵀx with
 * teacher w* on inputs of covariance Σ (Liu et al., footnote 1). Parameters (α, w₁, …, w_d).
 *
 * <p>Σ is held by its spectrum, Σ = Σₖ λₖqₖqₖᵀ and w* = Σₖ vₖqₖ, so that with βₖ = qₖ·w the loss is
 * ½Σₖ λₖ(αβₖ − vₖ)²; a teacher that is an eigenvector is one exactly.
 */
public final class LinearNd implements SmoothObjective {
    private final double[][] basis;
    private final double[] variances;
    private final double[] teacher;

    /**
     * From the spectrum; arrays are copied.
     *
     * @param basis orthonormal eigenvectors qₖ of Σ, one a row
     * @param variances eigenvalues λₖ &gt; 0 of Σ, largest first
     * @param teacher coordinates vₖ = qₖ·w*
     */
    public LinearNd(double[][] basis, double[] variances, double[] teacher) {
        int d = variances.length;
        if (d == 0 || basis.length != d || teacher.length != d) {
            throw new IllegalArgumentException("basis of " + basis.length + ", " + d + " variances and a teacher of "
                    + teacher.length + ": must be as many, at least 1");
        }
        for (int k = 0; k < d; k++) {
            if (!(variances[k] > 0 && variances[k] <= (k == 0 ? Double.MAX_VALUE : variances[k - 1]))) {
                throw new IllegalArgumentException(
                        "variance " + variances[k] + ": must be positive, finite and none larger than the one before");
            }
        }
        this.basis = new double[d][];
        for (int k = 0; k < d; k++) {
            this.basis[k] = basis[k].clone();
        }
        this.variances = variances.clone();
        this.teacher = teacher.clone();
    }

    /** From a covariance Σ ≻ 0 and a teacher w* of any direction, by a dense eigendecomposition of Σ. */
    public static LinearNd of(double[][] covariance, double[] teacher) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance));
        int d = teacher.length;
        double[][] basis = new double[d][];
        double[] coordinates = new double[d];
        for (int k = 0; k < d; k++) {
            basis[k] = eigen.getEigenvector(k).toArray();
            coordinates[k] = dot(basis[k], teacher, 0);
        }
        return new LinearNd(basis, eigen.getEigenvalues(), coordinates);
    }

    @Override
    public int dimension() {
        return variances.length + 1;
    }

    /** The input dimension d. */
    public int inputs() {
        return variances.length;
    }

    /** The eigenvalue λₖ of Σ, k from 0, largest first. */
    public double variance(int k) {
        return variances[k];
    }

    /** The teacher's coordinate vₖ along qₖ. */
    public double teacher(int k) {
        return teacher[k];
    }

    /** The coordinate βₖ = qₖ·w of parameters (α, w). */
    public double coordinate(int k, double[] parameters) {
        return dot(basis[k], parameters, 1);
    }

    /** Writes w = Σₖ βₖqₖ into {@code parameters[1…d]}. */
    public void compose(double[] beta, double[] parameters) {
        for (int i = 0; i < beta.length; i++) {
            double sum = 0;
            for (int k = 0; k < beta.length; k++) {
                sum += beta[k] * basis[k][i];
            }
            parameters[1 + i] = sum;
        }
    }

    @Override
    public double value(double[] w) {
        double sum = 0;
        for (int k = 0; k < variances.length; k++) {
            double e = w[0] * coordinate(k, w) - teacher[k];
            sum += variances[k] * e * e;
        }
        return 0.5 * sum;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int k = 0; k < variances.length; k++) {
            double beta = coordinate(k, w);
            double e = w[0] * beta - teacher[k];
            double pull = variances[k] * e;
            sum += pull * e;
            gradient[0] += pull * beta;
            addTo(gradient, basis[k], pull * w[0]);
        }
        return 0.5 * sum;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        int d = variances.length;
        double square = w[0] * w[0];
        double[] cross = new double[d];
        double sum = 0;
        for (int k = 0; k < d; k++) {
            double beta = coordinate(k, w);
            cross[k] = variances[k] * (2 * w[0] * beta - teacher[k]);
            sum += variances[k] * beta * beta;
        }
        double corner = sum;
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return d + 1;
            }

            @Override
            public void apply(double[] u, double[] result) {
                Arrays.fill(result, 0);
                result[0] = corner * u[0];
                for (int k = 0; k < d; k++) {
                    double along = dot(basis[k], u, 1);
                    result[0] += cross[k] * along;
                    addTo(result, basis[k], cross[k] * u[0] + variances[k] * square * along);
                }
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        Arrays.fill(result, 0);
        for (int k = 0; k < variances.length; k++) {
            double alongU = dot(basis[k], u, 1);
            double alongV = dot(basis[k], v, 1);
            double mixed = u[0] * alongV + v[0] * alongU;
            double beta = coordinate(k, w);
            result[0] += 2 * variances[k] * (beta * mixed + w[0] * alongU * alongV);
            addTo(result, basis[k], 2 * variances[k] * (beta * u[0] * v[0] + w[0] * mixed));
        }
    }

    /**
     * The GFS sharpness of a flow that ends with α &gt; 0. The flow conserves C = α² − ‖w‖² and ends at αw = w*, so
     * α∞² = (C + √(C² + 4‖w*‖²))/2; S there is an eigenvalue of the Hessian.
     */
    public double gfsSharpness(double[] parameters) {
        double norm2 = 0;
        double teacher2 = 0;
        for (int k = 0; k < variances.length; k++) {
            norm2 += parameters[1 + k] * parameters[1 + k];
            teacher2 += teacher[k] * teacher[k];
        }
        double norm = Math.sqrt(norm2);
        double c = (parameters[0] - norm) * (parameters[0] + norm);
        double root = Math.hypot(c, 2 * Math.sqrt(teacher2));
        double alpha = Math.sqrt(c >= 0 ? 0.5 * (c + root) : 2 * teacher2 / (root - c));
        double[] beta = teacher.clone();
        for (int k = 0; k < beta.length; k++) {
            beta[k] /= alpha;
        }
        double[] end = new double[parameters.length];
        end[0] = alpha;
        compose(beta, end);
        return new DenseEigenSolver().largest(hessian(end), 1, EigenPairs.NONE).largest();
    }

    private static double dot(double[] q, double[] vector, int offset) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            sum += q[i] * vector[offset + i];
        }
        return sum;
    }

    private static void addTo(double[] result, double[] q, double factor) {
        for (int i = 0; i < q.length; i++) {
            result[1 + i] += factor * q[i];
        }
    }
}
