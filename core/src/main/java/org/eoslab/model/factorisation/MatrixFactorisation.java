package org.eoslab.model.factorisation;

import java.util.Arrays;
import java.util.List;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.MatrixShape;
import org.eoslab.objective.SmoothObjective;

/**
 * The loss ½‖A − XYᵀ‖² of two n × n factors of A = diag(1, ½, …, 1/n), the parameters X and then Y, row by row. Gradient flow keeps XᵀX − YᵀY, and with it the imbalance ‖X‖² − ‖Y‖².
 *
 * @param n at least 1
 */
record MatrixFactorisation(int n) implements SmoothObjective {
    @Override
    public int dimension() {
        return 2 * n * n;
    }

    @Override
    public List<MatrixShape> matrices() {
        return List.of(new MatrixShape(n, n), new MatrixShape(n, n));
    }

    /** ‖X‖² − ‖Y‖². */
    double imbalance(double[] w) {
        double difference = 0;
        for (int i = 0; i < n * n; i++) {
            difference += (w[i] - w[n * n + i]) * (w[i] + w[n * n + i]);
        }
        return difference;
    }

    @Override
    public double value(double[] w) {
        double sum = 0;
        for (double entry : residual(w)) {
            sum += 0.5 * entry * entry;
        }
        return sum;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double[] residual = residual(w);
        Arrays.fill(gradient, 0);
        addDerivative(residual, w, gradient);
        double sum = 0;
        for (double entry : residual) {
            sum += 0.5 * entry * entry;
        }
        return sum;
    }

    /** XYᵀ − A. */
    private double[] residual(double[] w) {
        double[] residual = new double[n * n];
        addProduct(w, w, residual);
        for (int i = 0; i < n; i++) {
            residual[i * n + i] -= 1.0 / (i + 1);
        }
        return residual;
    }

    /** Adds UQᵀ to a matrix, U the first factor of u and Q the second of v. */
    private void addProduct(double[] u, double[] v, double[] result) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += u[i * n + k] * v[n * n + j * n + k];
                }
                result[i * n + j] += sum;
            }
        }
    }

    /** Adds (RV, RᵀU), the derivative of ⟨R, UVᵀ⟩, of R and the factors U and V of {@code factors}. */
    private void addDerivative(double[] matrix, double[] factors, double[] result) {
        int second = n * n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = matrix[i * n + j];
                for (int k = 0; k < n; k++) {
                    result[i * n + k] += entry * factors[second + j * n + k];
                    result[second + j * n + k] += entry * factors[i * n + k];
                }
            }
        }
    }

    /** The derivative of XYᵀ along u. */
    private double[] along(double[] w, double[] u) {
        double[] change = new double[n * n];
        addProduct(u, w, change);
        addProduct(w, u, change);
        return change;
    }

    @Override
    public SymmetricOperator hessian(double[] at) {
        double[] w = at.clone();
        double[] residual = residual(w);
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return w.length;
            }

            @Override
            public void apply(double[] u, double[] result) {
                Arrays.fill(result, 0);
                addDerivative(along(w, u), w, result);
                addDerivative(residual, u, result);
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        Arrays.fill(result, 0);
        double[] both = new double[n * n];
        addProduct(u, v, both);
        addProduct(v, u, both);
        addDerivative(both, w, result);
        addDerivative(along(w, u), v, result);
        addDerivative(along(w, v), u, result);
    }
}
