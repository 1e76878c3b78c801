package org.eoslab.dynamics;

import org.eoslab.objective.Objective;

/**
 * Gradient descent w⁺ = w − η∇L(w), stable while S ≤ 2/η.
 *
 * @param objective the loss
 * @param eta step size η, positive and finite
 */
public record GradientDescent(Objective objective, double eta) implements Dynamics {
    /** Checks 0 &lt; η &lt; ∞. */
    public GradientDescent {
        if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eta = " + eta + ": must be positive and finite");
        }
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[0]);
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        double[] gradient = state.gradient(objective);
        for (int i = 0; i < w.length; i++) {
            w[i] -= eta * gradient[i];
        }
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta;
    }
}
