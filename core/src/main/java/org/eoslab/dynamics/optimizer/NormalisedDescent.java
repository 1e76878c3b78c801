package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Normalised gradient descent w⁺ = w − η∇L(w)/‖∇L(w)‖: every step is η long (Arora, Li and Panigrahi 2022). On a curvature λ it is
 * gradient descent of step size η/‖∇L‖, so it is stable while S ≤ 2‖∇L‖/η, which falls to 0 towards a minimum: it always ends beyond
 * the edge, bouncing across the valley, and drifts to where λ₁ is smaller. Where the gradient is exactly 0 it stays.
 *
 * @param objective the loss
 * @param stepSize η; clipping of the gradient's norm does nothing to its direction
 */
public record NormalisedDescent(Objective objective, StepSize stepSize) implements Dynamics {
    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        double norm = Vectors.norm(gradient);
        if (norm > 0) {
            Vectors.add(-eta / norm, gradient, state.parameters());
        }
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 * Vectors.norm(state.gradient(objective)) / stepSize.eta(state) - Decayed.in(objective);
    }
}
