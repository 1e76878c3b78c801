package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Gradient descent on the root of the loss, w⁺ = w − η∇√(L(w) − L₀) = w − η∇L/(2√(L − L₀)) (Arora, Li and Panigrahi 2022). It is gradient descent
 * of step size η/(2√(L − L₀)), so it is stable while S ≤ 4√(L − L₀)/η. At L = L₀, where the root has no gradient, it stays.
 *
 * @param objective the loss
 * @param stepSize η, and clipping of the root's gradient
 * @param lower a lower bound L₀ of the loss; a loss below it has no root, and the run ends as diverged
 */
public record SquareRootDescent(Objective objective, StepSize stepSize, double lower) implements Dynamics {
    /** Checks that the bound is finite. */
    public SquareRootDescent {
        if (!Double.isFinite(lower)) {
            throw new IllegalArgumentException("lower = " + lower + ": must be finite");
        }
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective).clone();
        double root = root(state);
        if (root != 0) {
            Vectors.scale(1 / (2 * root), gradient);
            Vectors.add(-eta * stepSize.factor(gradient), gradient, state.parameters());
        }
        state.advance(eta);
    }

    private double root(State state) {
        return Math.sqrt(state.loss(objective) - lower);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 4 * root(state) / stepSize.eta(state) - Decayed.in(objective);
    }
}
