package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Affine;
import org.eoslab.linalg.Preconditioned;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Adam, AdamW with λ &gt; 0, and RMSProp as the case β₁ = 0. With g = ∇L(w) and t the number of this step, from 1 on:
 *
 * <pre>
 *   m⁺ = β₁m + (1 − β₁)g      ν⁺ = β₂ν + (1 − β₂)g²      w⁺ = (1 − ηλ)w − ηP⁻¹m⁺
 *   P  = (1 − β₁ᵗ)(√(ν⁺/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>It is stable while the preconditioned sharpness λ_max(P⁻¹H) ≤ (1 + β₁)(2 − ηλ)/((1 − β₁)η), for λ = 0 the bound of Cohen et al. 2022,
 * <i>Adaptive Gradient Methods at the Edge of Stability</i>: on a preconditioned curvature a the modes are the roots of
 * z² − (1 + β₁ − ηλ − η(1 − β₁)a)z + β₁(1 − ηλ), and the one at −1 leaves first. P is that of the step to come, which the gradient
 * determines. The memory is m, then ν.
 *
 * @param objective the loss
 * @param stepSize η and clipping
 * @param beta1 β₁ of the gradient's mean, 0 ≤ β₁ &lt; 1
 * @param beta2 β₂ of its square's mean, 0 ≤ β₂ &lt; 1
 * @param epsilon ε, positive and finite
 * @param decay λ of the decoupled weight decay (Loshchilov and Hutter 2019), which does not go through P: at least 0, finite. One that
 *     is a part of the gradient is in the objective ({@link Decayed})
 */
public record Adaptive(Objective objective, StepSize stepSize, double beta1, double beta2, double epsilon, double decay)
        implements Dynamics {
    /** Checks the ranges. */
    public Adaptive {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException(
                    "beta1 = " + beta1 + ", beta2 = " + beta2 + ": each must be at least 0 and below 1");
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon = " + epsilon + ": must be positive and finite");
        }
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("decay = " + decay + ": must be at least 0 and finite");
        }
    }

    /** Without decoupled weight decay. */
    public Adaptive(Objective objective, StepSize stepSize, double beta1, double beta2, double epsilon) {
        this(objective, stepSize, beta1, beta2, epsilon, 0);
    }

    /** RMSProp with the bias of ν corrected. */
    public static Adaptive rmsprop(Objective objective, StepSize stepSize, double beta2, double epsilon) {
        return new Adaptive(objective, stepSize, 0, beta2, epsilon);
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[2 * parameters.length]);
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] preconditioner = preconditioner(state);
        double[] gradient = state.gradient(objective);
        double factor = stepSize.factor(gradient);
        double[] w = state.parameters();
        double[] memory = state.memory();
        int n = w.length;
        for (int i = 0; i < n; i++) {
            double g = factor * gradient[i];
            memory[i] = beta1 * memory[i] + (1 - beta1) * g;
            memory[n + i] = secondMoment(memory[n + i], g);
            w[i] = (1 - eta * decay) * w[i] - eta * memory[i] / preconditioner[i];
        }
        state.advance(eta);
    }

    private double secondMoment(double nu, double g) {
        return beta2 * nu + (1 - beta2) * g * g;
    }

    /** The diagonal of P for the step to come, all positive. */
    public double[] preconditioner(State state) {
        double[] gradient = state.gradient(objective);
        double factor = stepSize.factor(gradient);
        double[] memory = state.memory();
        int n = gradient.length;
        double t = state.step() + 1;
        double correction1 = 1 - Math.pow(beta1, t);
        double correction2 = 1 - Math.pow(beta2, t);
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            double nu = secondMoment(memory[n + i], factor * gradient[i]);
            diagonal[i] = correction1 * (Math.sqrt(nu / correction2) + epsilon);
        }
        return diagonal;
    }

    @Override
    public boolean preconditions() {
        return true;
    }

    @Override
    public SymmetricOperator preconditioned(SymmetricOperator hessian, State state) {
        return new Preconditioned(new Affine(hessian, 1, Decayed.in(objective)), preconditioner(state));
    }

    /** The largest η·λ_max(P⁻¹H) that is stable without decoupled weight decay: (2 + 2β₁)/(1 − β₁). */
    public static double limit(double beta1) {
        return threshold(beta1, 1, 0);
    }

    private static double threshold(double beta1, double eta, double decay) {
        return (2 + 2 * beta1) * (1 - 0.5 * eta * decay) / ((1 - beta1) * eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return threshold(beta1, stepSize.eta(state), decay);
    }
}
