package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Sharpness-aware minimisation w⁺ = w − η∇L(w + ρ∇L/‖∇L‖) (Foret et al. 2021). On a curvature λ along the gradient it multiplies that by 1 − ηλ(1 + ρλ/‖g‖), so it is stable while
 * S ≤ ‖g‖/(2ρ)·(√(1 + 8ρ/(η‖g‖)) − 1) (Long and Bartlett 2024): 2/η for ρ → 0, and 0 towards a minimum, where it never comes to rest. Where the gradient is exactly 0 it stays.
 *
 * @param objective the loss
 * @param stepSize η, and clipping of the gradient that it steps along
 * @param rho ρ, how far it looks, positive and finite
 */
public record SharpnessAwareMinimisation(Objective objective, StepSize stepSize, double rho) implements Dynamics {
    /** Checks the range of ρ. */
    public SharpnessAwareMinimisation {
        if (!(rho > 0 && rho < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rho = " + rho + ": must be positive and finite");
        }
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        double norm = Vectors.norm(gradient);
        if (norm > 0) {
            double[] ahead = state.parameters().clone();
            Vectors.add(rho / norm, gradient, ahead);
            double[] there = new double[ahead.length];
            objective.gradient(ahead, there);
            Vectors.add(-eta * stepSize.factor(there), there, state.parameters());
        }
        state.advance(eta);
    }

    /** The same as in the class's words without their cancellation. */
    @Override
    public double stabilityThreshold(State state) {
        double eta = stepSize.eta(state);
        double norm = Vectors.norm(state.gradient(objective));
        return 4 / (eta * (1 + Math.sqrt(1 + 8 * rho / (eta * norm)))) - Decayed.in(objective);
    }
}
