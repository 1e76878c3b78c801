package org.eoslab.model.minimalist.dynamics;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;

/**
 * The constrained trajectory of the minimalist model in closed form (Liu et al., Lemma 5.4): on
 * M̂ = {β₁ = 0, λ₁α² ≤ 2/η, αβ₂ ≤ 1, λ₁α² > λ₂(α² + β₂² + 1)} projected gradient descent is
 * α⁺ = min(α + ηλ₂β₂(1 − αβ₂), √(2/(ηλ₁))), β₁⁺ = 0, β₂⁺ = β₂ + ηλ₂α(1 − αβ₂).
 *
 * <p>The last condition of M̂ is ours: it makes the β₁-axis the top eigenvector.
 *
 * @param model the loss
 * @param eta step size η, positive and finite
 */
public record MinimalistConstrained(Minimalist model, double eta) implements Dynamics {
    /** Checks 0 &lt; η &lt; ∞. */
    public MinimalistConstrained {
        StepSize.check(eta);
    }

    /** √(2/(ηλ₁)): α where λ₁α² = 2/η. */
    public double alphaBound() {
        return Math.sqrt(2 / (eta * model.lambda1()));
    }

    /**
     * How far (α, 0, β₂) is from leaving M̂: the least of 2/η − λ₁α² (0 at the bound), 1 − αβ₂ and
     * λ₁α² − λ₂(α² + β₂² + 1). It lies in M̂ when this is ≥ 0, the last one &gt; 0.
     */
    public double slack(double alpha, double beta2) {
        double bound = alpha == alphaBound() ? 0 : 2 / eta - model.lambda1() * alpha * alpha;
        return Math.min(Math.min(bound, 1 - alpha * beta2), dominance(alpha, beta2));
    }

    /** λ₁α² − λ₂(α² + β₂² + 1): positive where the β₁-axis is the top eigenvector. */
    public double dominance(double alpha, double beta2) {
        double square = alpha * alpha;
        return model.lambda1() * square - model.lambda2() * (square + beta2 * beta2 + 1);
    }

    @Override
    public Minimalist objective() {
        return model;
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        double alpha = w[Minimalist.ALPHA];
        double beta2 = w[Minimalist.BETA2];
        w[Minimalist.ALPHA] = Math.min(alpha - eta * model.gradientAlpha(alpha, 0, beta2), alphaBound());
        w[Minimalist.BETA1] = 0;
        w[Minimalist.BETA2] = beta2 - eta * model.gradientBeta2(alpha, beta2);
        state.advance(eta);
    }

    /** 2/η. */
    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta;
    }
}
