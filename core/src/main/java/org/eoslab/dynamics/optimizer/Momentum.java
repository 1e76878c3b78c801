package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;

/**
 * Gradient descent with momentum, b⁺ = βb + ∇L(w), from b = 0; the state's memory is b.
 *
 * <ul>
 *   <li>Polyak's heavy ball: w⁺ = w − ηb⁺. On curvature λ its modes are the roots of z² − (1 + β − ηλ)z + β; stable while
 *       S ≤ (2 + 2β)/η.
 *   <li>Nesterov: w⁺ = w − η(∇L(w) + βb⁺), where w is the look-ahead point, as training libraries have it. Modes
 *       z² − (1 + β)(1 − ηλ)z + β(1 − ηλ); stable while S ≤ (2 + 2β)/(η(1 + 2β)).
 * </ul>
 *
 * <p>A weight decay of λ, which is a part of the gradient, takes λ off either bound. Thresholds: Cohen et al., <i>Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability</i>, appendix B.
 *
 * @param objective the loss
 * @param stepSize η and clipping
 * @param beta momentum β, 0 ≤ β &lt; 1
 * @param nesterov whether it is Nesterov's rule
 */
public record Momentum(Objective objective, StepSize stepSize, double beta, boolean nesterov) implements Dynamics {
    /** Checks the range of β. */
    public Momentum {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException("beta = " + beta + ": must be at least 0 and below 1");
        }
    }

    /** Polyak's heavy ball. */
    public static Momentum polyak(Objective objective, StepSize stepSize, double beta) {
        return new Momentum(objective, stepSize, beta, false);
    }

    /** Nesterov's rule. */
    public static Momentum nesterov(Objective objective, StepSize stepSize, double beta) {
        return new Momentum(objective, stepSize, beta, true);
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[parameters.length]);
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        double factor = stepSize.factor(gradient);
        double[] w = state.parameters();
        double[] b = state.memory();
        for (int i = 0; i < w.length; i++) {
            double g = factor * gradient[i];
            b[i] = beta * b[i] + g;
            w[i] -= eta * (nesterov ? g + beta * b[i] : b[i]);
        }
        state.advance(eta);
    }

    /** The largest ηS that is stable without weight decay: 2 + 2β, for Nesterov's rule (2 + 2β)/(1 + 2β). */
    public static double limit(double beta, boolean nesterov) {
        return threshold(beta, nesterov, 1);
    }

    private static double threshold(double beta, boolean nesterov, double eta) {
        double polyak = (2 + 2 * beta) / eta;
        return nesterov ? polyak / (1 + 2 * beta) : polyak;
    }

    @Override
    public double stabilityThreshold(State state) {
        return threshold(beta, nesterov, stepSize.eta(state)) - Decayed.in(objective);
    }
}
