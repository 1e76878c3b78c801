package org.eoslab.model.minimalist.dynamics;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SmoothObjective;

/**
 * The minimalist model: L(θ) = ½λ₁α²β₁² + ½λ₂(αβ₂ − 1)², θ = (α, β₁, β₂). The population loss of the network
 * f(x; θ) = α(β₁x₁ + β₂x₂) on x ~ N(0, diag(λ₁, λ₂)) with response x₂ (Liu, Zhang, Du and Zhao, section 3).
 *
 * @param lambda1 variance λ₁ of the irrelevant input, finite
 * @param lambda2 variance λ₂ of the relevant input, 0 &lt; λ₂ &lt; λ₁
 */
public record Minimalist(double lambda1, double lambda2) implements SmoothObjective {
    /** Index of α. */
    public static final int ALPHA = 0;

    /** Index of β₁. */
    public static final int BETA1 = 1;

    /** Index of β₂. */
    public static final int BETA2 = 2;

    /** Checks 0 &lt; λ₂ &lt; λ₁ &lt; ∞. */
    public Minimalist {
        if (!(lambda2 > 0 && lambda1 > lambda2 && lambda1 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "lambda1 = " + lambda1 + ", lambda2 = " + lambda2 + ": must satisfy 0 < lambda2 < lambda1, finite");
        }
    }

    @Override
    public int dimension() {
        return 3;
    }

    /** The oscillatory term ½λ₁α²β₁². */
    public double oscillatoryLoss(double alpha, double beta1) {
        double product = alpha * beta1;
        return 0.5 * lambda1 * (product * product);
    }

    /** The convergence term ½λ₂(αβ₂ − 1)². */
    public double convergenceLoss(double alpha, double beta2) {
        double residual = alpha * beta2 - 1;
        return 0.5 * lambda2 * (residual * residual);
    }

    /**
     * √(λ₁λ₂)·αβ₁(αβ₂ − 1): how much the loss of two equal groups of examples differs from their mean L. The groups are x = (±√λ₁, √λ₂) with response
     * √λ₂, so that the irrelevant input is an opposing signal (Rosenfeld and Risteski 2023) and
     * ½(αβ₁·(±√λ₁) + (αβ₂ − 1)√λ₂)² = L ± this.
     */
    public double opposingLoss(double alpha, double beta1, double beta2) {
        return Math.sqrt(lambda1 * lambda2) * (alpha * beta1) * (alpha * beta2 - 1);
    }

    @Override
    public double value(double[] w) {
        return oscillatoryLoss(w[ALPHA], w[BETA1]) + convergenceLoss(w[ALPHA], w[BETA2]);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        gradient[ALPHA] = gradientAlpha(w[ALPHA], w[BETA1], w[BETA2]);
        gradient[BETA1] = gradientBeta1(w[ALPHA], w[BETA1]);
        gradient[BETA2] = gradientBeta2(w[ALPHA], w[BETA2]);
        return value(w);
    }

    /** ∂L/∂α = λ₁αβ₁² + λ₂β₂(αβ₂ − 1). */
    public double gradientAlpha(double alpha, double beta1, double beta2) {
        return lambda1 * alpha * beta1 * beta1 + lambda2 * beta2 * (alpha * beta2 - 1);
    }

    /** ∂L/∂β₁ = λ₁α²β₁; linear in β₁, so a power of two passes through it exactly. */
    public double gradientBeta1(double alpha, double beta1) {
        return lambda1 * alpha * alpha * beta1;
    }

    /** ∂L/∂β₂ = λ₂α(αβ₂ − 1). */
    public double gradientBeta2(double alpha, double beta2) {
        return lambda2 * alpha * (alpha * beta2 - 1);
    }

    /** Entry ∂²L/∂α². */
    public double hessianAlphaAlpha(double beta1, double beta2) {
        return lambda1 * beta1 * beta1 + lambda2 * beta2 * beta2;
    }

    /** Entry ∂²L/∂α∂β₁. */
    public double hessianAlphaBeta1(double alpha, double beta1) {
        return 2 * lambda1 * alpha * beta1;
    }

    /** Entry ∂²L/∂α∂β₂. */
    public double hessianAlphaBeta2(double alpha, double beta2) {
        return lambda2 * (2 * alpha * beta2 - 1);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        double alpha = w[ALPHA];
        double aa = hessianAlphaAlpha(w[BETA1], w[BETA2]);
        double ab1 = hessianAlphaBeta1(alpha, w[BETA1]);
        double ab2 = hessianAlphaBeta2(alpha, w[BETA2]);
        double b1b1 = lambda1 * alpha * alpha;
        double b2b2 = lambda2 * alpha * alpha;
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public void apply(double[] x, double[] result) {
                result[ALPHA] = aa * x[ALPHA] + ab1 * x[BETA1] + ab2 * x[BETA2];
                result[BETA1] = ab1 * x[ALPHA] + b1b1 * x[BETA1];
                result[BETA2] = ab2 * x[ALPHA] + b2b2 * x[BETA2];
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        double aab1 = 2 * lambda1 * w[BETA1];
        double aab2 = 2 * lambda2 * w[BETA2];
        double ab1b1 = 2 * lambda1 * w[ALPHA];
        double ab2b2 = 2 * lambda2 * w[ALPHA];
        double aa = u[ALPHA] * v[ALPHA];
        double ab1 = u[ALPHA] * v[BETA1] + u[BETA1] * v[ALPHA];
        double ab2 = u[ALPHA] * v[BETA2] + u[BETA2] * v[ALPHA];
        result[ALPHA] = aab1 * ab1 + aab2 * ab2 + ab1b1 * u[BETA1] * v[BETA1] + ab2b2 * u[BETA2] * v[BETA2];
        result[BETA1] = aab1 * aa + ab1b1 * ab1;
        result[BETA2] = aab2 * aa + ab2b2 * ab2;
    }

    /**
     * The gradient flow solution (GFS) sharpness φ(θ): the sharpness at the minimum with α &gt; 0 at which gradient flow from
     * θ ends. The flow conserves C = α² − β₁² − β₂², so α∞² = (C + √(C² + 4))/2 and
     * φ = max(λ₁α∞², λ₂(α∞² + α∞⁻²)) (Lemma 5.1). Free of cancellation for C &lt; 0.
     */
    public double gfsSharpness(double alpha, double beta1, double beta2) {
        double square = solutionAlphaSquared((alpha - beta2) * (alpha + beta2) - beta1 * beta1);
        return Math.max(lambda1 * square, lambda2 * (square + 1 / square));
    }

    /** G(C) = (C + √(C² + 4))/2: α² at the minimum on the flow's invariant α² − β₁² − β₂² = C. */
    public static double solutionAlphaSquared(double c) {
        double root = Math.sqrt(c * c + 4);
        return c >= 0 ? 0.5 * (c + root) : 2 / (root - c);
    }
}
