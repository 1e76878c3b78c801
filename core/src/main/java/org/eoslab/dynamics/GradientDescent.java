package org.eoslab.dynamics;

import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Gradient descent w⁺ = w − η∇L(w), stable while S ≤ 2/η; with a weight decay of λ while S ≤ 2/η − λ.
 *
 * @param objective the loss
 * @param stepSize η and clipping
 */
public record GradientDescent(Objective objective, StepSize stepSize) implements Dynamics {
    /** With a constant step size η, positive and finite. */
    public GradientDescent(Objective objective, double eta) {
        this(objective, StepSize.constant(eta));
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        Vectors.add(-eta * stepSize.factor(gradient), gradient, state.parameters());
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / stepSize.eta(state) - Decayed.in(objective);
    }
}
