package org.eoslab.model.scalar;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SmoothObjective;

/**
 * The double well: L(x) = ¼(x² − μ)², the one-dimensional model of Chen and Bruna (2023). Gradient descent is
 * x⁺ = x(1 + ημ − ηx²); its minima ±√μ have L'' = 2μ, so they are stable while ημ ≤ 1.
 *
 * @param mu μ, positive and finite
 */
public record DoubleWell(double mu) implements SmoothObjective {
    /** Checks 0 &lt; μ &lt; ∞. */
    public DoubleWell {
        if (!(mu > 0 && mu < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mu = " + mu + ": must be positive and finite");
        }
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double value(double[] w) {
        double r = w[0] * w[0] - mu;
        return 0.25 * r * r;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double r = w[0] * w[0] - mu;
        gradient[0] = w[0] * r;
        return 0.25 * r * r;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        double second = secondDerivative(w[0]);
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void apply(double[] x, double[] result) {
                result[0] = second * x[0];
            }
        };
    }

    /** L''(x) = 3x² − μ. */
    public double secondDerivative(double x) {
        return 3 * x * x - mu;
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        result[0] = 6 * w[0] * u[0] * v[0];
    }

    /** The flip condition's left side 3L'''² − L''L'''' at x: a positive value at a minimum makes its period doubling stable. */
    public double flipCondition(double x) {
        double third = 6 * x;
        return 3 * third * third - 6 * secondDerivative(x);
    }

    /** The GFS sharpness: gradient flow from x ≠ 0 ends at ±√μ, where L'' = 2μ; NaN at the saddle x = 0. */
    public double gfsSharpness(double x) {
        return x == 0 ? Double.NaN : 2 * mu;
    }
}
