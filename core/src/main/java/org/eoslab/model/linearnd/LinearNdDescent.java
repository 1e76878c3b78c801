package org.eoslab.model.linearnd;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.ExtendedExponent;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Gradient descent on the minimalist model in any dimension, with clipping. It is equivariant under rotations of the input
 * (Liu et al., footnote 1), and the step is taken in the eigenbasis of Σ, where βₖ⁺ = βₖ − ηλₖα(αβₖ − vₖ).
 *
 * <p>Why not on w itself: the coordinate that the teacher does not need, β₁, shrinks far below the rounding of w's components
 * before it grows back (to 5e-18 already in the paper's figure 1), and a w in doubles would forget it: the run would then
 * be another one from the first crossing on. So the βₖ are the memory, those with vₖ = 0 with an extended exponent as in
 * {@link MinimalistDescent}, and w = Σ βₖqₖ is what the parameters show.
 *
 * <p>The memory: d significands, d block counts, and the flag (0 or 1) that clipping acted in the step that led here.
 *
 * @param model the loss
 * @param eta step size η, positive and finite
 * @param clip the clipping rule, with λ₁ the largest eigenvalue of Σ
 */
public record LinearNdDescent(LinearNd model, double eta, ClippingRule clip) implements Dynamics {
    /** Checks 0 &lt; η &lt; ∞. */
    public LinearNdDescent {
        StepSize.check(eta);
    }

    @Override
    public LinearNd objective() {
        return model;
    }

    @Override
    public State start(double[] parameters) {
        double[] beta = new double[model.inputs()];
        for (int k = 0; k < beta.length; k++) {
            beta[k] = model.coordinate(k, parameters);
        }
        return start(parameters[0], beta);
    }

    /** The state at step 0 with these coordinates βₖ, exactly. */
    public State start(double alpha, double[] beta) {
        int d = model.inputs();
        double[] memory = new double[2 * d + 1];
        System.arraycopy(beta, 0, memory, 0, d);
        double[] parameters = new double[d + 1];
        parameters[0] = alpha;
        model.compose(beta, parameters);
        return new State(parameters, memory);
    }

    /** The coordinate βₖ of a state, as the double nearest to it. */
    public double coordinate(int k, State state) {
        double[] memory = state.memory();
        return ExtendedExponent.value(memory[k], memory[model.inputs() + k]);
    }

    /** λ₁α² of a state: the curvature along q₁. */
    public double curvatureBeta1(State state) {
        double alpha = state.parameters()[0];
        return model.variance(0) * alpha * alpha;
    }

    /** Whether clipping acted in the step that led to this state. */
    public boolean clipped(State state) {
        return state.memory()[2 * model.inputs()] != 0;
    }

    @Override
    public void step(State state) {
        int d = model.inputs();
        double[] memory = state.memory();
        double alpha = state.parameters()[0];
        double gradientAlpha = 0;
        double squares = 0;
        double[] beta = new double[d];
        for (int k = 0; k < d; k++) {
            beta[k] = coordinate(k, state);
            double pull = model.variance(k) * (alpha * beta[k] - model.teacher(k));
            gradientAlpha += pull * beta[k];
            squares += alpha * pull * (alpha * pull);
        }
        double rate = eta * clip.factor(Math.sqrt(squares + gradientAlpha * gradientAlpha));
        for (int k = 0; k < d; k++) {
            // Linear in the significand where vₖ = 0; elsewhere there are no blocks and it is βₖ itself.
            double significand = memory[k];
            memory[k] = significand - rate * model.variance(k) * alpha * (alpha * significand - model.teacher(k));
            if (model.teacher(k) == 0) {
                ExtendedExponent.renormalise(memory, k, d + k);
            }
            beta[k] = coordinate(k, state);
        }
        double change = rate * gradientAlpha;
        double next = clip.alpha(alpha, change);
        memory[2 * d] = rate != eta || next != alpha - change ? 1 : 0;
        state.parameters()[0] = next;
        model.compose(beta, state.parameters());
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta;
    }
}
