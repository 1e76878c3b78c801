package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Objective;

/**
 * Steepest descent in the max norm, w⁺ = w − η‖∇L‖₁·sign(∇L): of all steps d the one with the least ⟨∇L, d⟩ + max|dᵢ|²/(2η), as ⟨∇L, d⟩ ≥ −‖∇L‖₁·max|dᵢ| with equality along −sign(∇L), and
 * −‖∇L‖₁t + t²/(2η) is least at t = η‖∇L‖₁ <i>(derived)</i>. What it is held against 2/η is the generalised sharpness max dᵀHd over |dᵢ| ≤ 1 (Islamov et al. 2026), at least the
 * largest eigenvalue: L⁺ ≤ L − η‖∇L‖₁²(1 − ηS/2) where the loss is no more curved than S on the step.
 *
 * @param objective the loss
 * @param stepSize η, and clipping of the gradient
 */
public record SignDescent(Objective objective, StepSize stepSize) implements Dynamics {
    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        double sum = 0;
        for (double entry : gradient) {
            sum += Math.abs(entry);
        }
        double length = eta * stepSize.factor(gradient) * sum;
        double[] w = state.parameters();
        for (int i = 0; i < w.length; i++) {
            w[i] -= length * Math.signum(gradient[i]);
        }
        state.advance(eta);
    }

    /** 2/η: a bound of the generalised sharpness of what it descends on, weight decay included. */
    @Override
    public double stabilityThreshold(State state) {
        return 2 / stepSize.eta(state);
    }
}
