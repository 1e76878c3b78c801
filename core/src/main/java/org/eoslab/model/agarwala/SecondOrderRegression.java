package org.eoslab.model.agarwala;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SharpnessEstimate;
import org.eoslab.objective.SmoothObjective;

/**
 * Second-order regression on one example: L(θ) = ½z², z = ½θᵀQθ, Q = diag(1, −ε) (Agarwala et al. 2022).
 *
 * <p>With the tangent kernel T = ‖Qθ‖², and since Q² = (1 − ε)Q + εI, gradient descent on θ is a map of (ηz, ηT) alone:
 * {@link #next}. At a minimum (z = 0) the sharpness is T.
 *
 * @param epsilon ε, 0 &lt; ε ≤ 1
 */
public record SecondOrderRegression(double epsilon) implements SmoothObjective, SharpnessEstimate {
    /** Checks 0 &lt; ε ≤ 1. */
    public SecondOrderRegression {
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon = " + epsilon + ": must be above 0 and at most 1");
        }
    }

    @Override
    public int dimension() {
        return 2;
    }

    /** The residual z = ½(θ₁² − εθ₂²). */
    public double residual(double[] theta) {
        return 0.5 * (theta[0] * theta[0] - epsilon * theta[1] * theta[1]);
    }

    /** The tangent kernel T = θ₁² + ε²θ₂². */
    public double tangentKernel(double[] theta) {
        return theta[0] * theta[0] + epsilon * epsilon * theta[1] * theta[1];
    }

    /**
     * Parameters θ ≥ 0 with the given residual and tangent kernel: θ₁² = (T + 2εz)/(1 + ε),
     * θ₂² = (T − 2z)/(ε(1 + ε)).
     *
     * @throws IllegalArgumentException unless T ≥ max(2z, −2εz): no parameters have them
     */
    public double[] parameters(double z, double kernel) {
        double first = (kernel + 2 * epsilon * z) / (1 + epsilon);
        double second = (kernel - 2 * z) / (epsilon * (1 + epsilon));
        if (!(first >= 0 && second >= 0)) {
            throw new IllegalArgumentException("z = " + z + ", T = " + kernel + ": no parameters have them");
        }
        return new double[] {Math.sqrt(first), Math.sqrt(second)};
    }

    @Override
    public double value(double[] theta) {
        double z = residual(theta);
        return 0.5 * z * z;
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        double z = residual(theta);
        gradient[0] = z * theta[0];
        gradient[1] = -epsilon * z * theta[1];
        return 0.5 * z * z;
    }

    @Override
    public SymmetricOperator hessian(double[] theta) {
        double z = residual(theta);
        double g0 = theta[0];
        double g1 = -epsilon * theta[1];
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void apply(double[] u, double[] result) {
                double slope = g0 * u[0] + g1 * u[1];
                result[0] = slope * g0 + z * u[0];
                result[1] = slope * g1 - z * epsilon * u[1];
            }
        };
    }

    @Override
    public double sharpness(double[] theta, double near) {
        double z = residual(theta);
        double g0 = theta[0];
        double g1 = -epsilon * theta[1];
        double size = g0 * g0 + g1 * g1 + Math.abs(z);
        return SharpnessEstimate.ofTwo(g0 * g0 + z, g0 * g1, g1 * g1 - epsilon * z, 2 * size);
    }

    @Override
    public void thirdDerivative(double[] theta, double[] u, double[] v, double[] result) {
        double g0 = theta[0];
        double g1 = -epsilon * theta[1];
        double slopeU = g0 * u[0] + g1 * u[1];
        double slopeV = g0 * v[0] + g1 * v[1];
        double bend = u[0] * v[0] - epsilon * u[1] * v[1];
        result[0] = slopeU * v[0] + slopeV * u[0] + bend * g0;
        result[1] = -epsilon * (slopeU * v[1] + slopeV * u[1]) + bend * g1;
    }

    /**
     * The step of gradient descent in the scaled coordinates z̃ = ηz, T̃ = ηT: with T₁ = (1 − ε)T̃ + 2εz̃ and
     * T₂ = (1 − ε)T₁ + εT̃, z̃⁺ = z̃ − z̃T̃ + ½z̃²T₁ and T̃⁺ = T̃ − 2z̃T₁ + z̃²T₂. Exact.
     *
     * @param point (z̃, T̃), overwritten with the next
     */
    public void next(double[] point) {
        double z = point[0];
        double t = point[1];
        double t1 = (1 - epsilon) * t + 2 * epsilon * z;
        double t2 = (1 - epsilon) * t1 + epsilon * t;
        point[0] = z - z * t + 0.5 * z * z * t1;
        point[1] = t - 2 * z * t1 + z * z * t2;
    }

    /**
     * The GFS sharpness. The flow conserves |θ₁|^ε·|θ₂| =: c and ends where θ₁² = εθ₂², so θ₂*^{2(1+ε)} = c²ε^{−ε} and
     * S = T = ε(1 + ε)θ₂*². NaN where a parameter is 0: the flow then ends at the origin, or has no end with T &gt; 0.
     */
    public double gfsSharpness(double[] theta) {
        double logC2 = 2 * (epsilon * Math.log(Math.abs(theta[0])) + Math.log(Math.abs(theta[1])));
        double sharpness = epsilon * (1 + epsilon) * Math.exp((logC2 - epsilon * Math.log(epsilon)) / (1 + epsilon));
        return sharpness > 0 ? sharpness : Double.NaN;
    }
}
