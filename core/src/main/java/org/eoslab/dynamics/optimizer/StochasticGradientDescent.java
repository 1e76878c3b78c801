package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.FiniteSum;

/**
 * Stochastic gradient descent w⁺ = w − η∇L_B(w), L_B the mean loss over the batch B of the step.
 *
 * <p>The threshold is gradient descent's on the whole loss, 2/η. On a quadratic whose examples have curvatures of mean λ and variance s² the mean of w² is multiplied in every step by
 * (1 − ηλ)² + η²s²(n − B)/(B(n − 1)), which is the variance of the mean of B of n numbers drawn without replacement: it stays bounded while λ ≤ 2/(η(1 + c²(n − B)/(B(n − 1)))), c = s/λ, the less the smaller the batch
 * <i>(derived; after Wu, Ma and E 2018)</i>.
 *
 * @param objective the loss
 * @param stepSize η and clipping, of the batch's gradient
 * @param batches which examples each step sees
 */
public record StochasticGradientDescent(FiniteSum objective, StepSize stepSize, BatchSchedule batches)
        implements Dynamics {
    /** Checks that the batches are of this objective's examples. */
    public StochasticGradientDescent {
        if (batches.examples() != objective.examples()) {
            throw new IllegalArgumentException(
                    "batches of " + batches.examples() + " examples: the objective has " + objective.examples());
        }
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] w = state.parameters();
        double[] gradient = new double[w.length];
        objective.batch(batches.indices(state.step())).gradient(w, gradient);
        Vectors.add(-eta * stepSize.factor(gradient), gradient, w);
        state.advance(eta);
    }

    @Override
    public boolean takesGradient() {
        return false;
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / stepSize.eta(state) - Decayed.in(objective);
    }
}
