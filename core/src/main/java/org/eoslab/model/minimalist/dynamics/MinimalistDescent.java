package org.eoslab.model.minimalist.dynamics;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;

/**
 * Gradient descent on the minimalist model with clipping, and with a β₁ that cannot underflow.
 *
 * <p>In phase I |β₁| shrinks geometrically, past 10⁻⁹⁰⁰, before it grows back; as a plain double it would become 0 and the run
 * would then stay above 2/η for ever. Here β₁ = significand · 2^(512·k), k ≤ 0: the step is linear in β₁, so the significand
 * takes it alone, and k changes only when the significand leaves [2⁻⁵¹², 2⁰]. While k = 0 every bit is that of plain
 * double arithmetic. {@code parameters[BETA1]} is the double nearest to β₁ (0 when there is none).
 *
 * <p>The memory: {@link #SIGNIFICAND}, {@link #BLOCKS}, {@link #CLIPPED}, {@link #CROSSED}.
 *
 * @param model the loss
 * @param eta step size η, positive and finite
 * @param clip the clipping rule
 */
public record MinimalistDescent(Minimalist model, double eta, ClippingRule clip) implements Dynamics {
    /** Memory index of the significand of β₁. */
    public static final int SIGNIFICAND = 0;

    /** Memory index of k ≤ 0: β₁ = significand · 2^(512·k). */
    public static final int BLOCKS = 1;

    /** Memory index of the flag (0 or 1): clipping acted in the step that led to this state. */
    public static final int CLIPPED = 2;

    /** Memory index of the flag (0 or 1): λ₁α² has exceeded 2/η at this step or before (t ≥ T₁). */
    public static final int CROSSED = 3;

    /** Bits in a block of β₁'s exponent. */
    public static final int BLOCK_BITS = ExtendedExponent.BLOCK_BITS;

    /** Checks 0 &lt; η &lt; ∞. */
    public MinimalistDescent {
        StepSize.check(eta);
    }

    @Override
    public Minimalist objective() {
        return model;
    }

    @Override
    public State start(double[] parameters) {
        double[] memory = new double[4];
        memory[SIGNIFICAND] = parameters[Minimalist.BETA1];
        State state = new State(parameters.clone(), memory);
        noteCrossing(state);
        return state;
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        double[] memory = state.memory();
        double alpha = w[Minimalist.ALPHA];
        double beta1 = w[Minimalist.BETA1];
        double beta2 = w[Minimalist.BETA2];
        double gradientAlpha = model.gradientAlpha(alpha, beta1, beta2);
        double gradientBeta2 = model.gradientBeta2(alpha, beta2);
        double rate = eta * factor(alpha, beta1, gradientAlpha, gradientBeta2);
        double change = rate * gradientAlpha;
        double next = clip.alpha(alpha, change);
        w[Minimalist.ALPHA] = next;
        w[Minimalist.BETA2] = beta2 - rate * gradientBeta2;
        double significand = memory[SIGNIFICAND];
        memory[SIGNIFICAND] = significand - rate * model.gradientBeta1(alpha, significand);
        ExtendedExponent.renormalise(memory, SIGNIFICAND, BLOCKS);
        w[Minimalist.BETA1] = ExtendedExponent.value(memory[SIGNIFICAND], memory[BLOCKS]);
        memory[CLIPPED] = rate != eta || next != alpha - change ? 1 : 0;
        noteCrossing(state);
        state.advance(eta);
    }

    /** α after the next step, without taking it. */
    public double nextAlpha(State state) {
        double[] w = state.parameters();
        double alpha = w[Minimalist.ALPHA];
        double beta1 = w[Minimalist.BETA1];
        double gradientAlpha = model.gradientAlpha(alpha, beta1, w[Minimalist.BETA2]);
        double gradientBeta2 = model.gradientBeta2(alpha, w[Minimalist.BETA2]);
        return clip.alpha(alpha, eta * factor(alpha, beta1, gradientAlpha, gradientBeta2) * gradientAlpha);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta;
    }

    private double factor(double alpha, double beta1, double gradientAlpha, double gradientBeta2) {
        if (!(clip instanceof ClippingRule.Norm)) {
            return 1;
        }
        double gradientBeta1 = model.gradientBeta1(alpha, beta1);
        return clip.factor(Math.sqrt(
                gradientAlpha * gradientAlpha + gradientBeta1 * gradientBeta1 + gradientBeta2 * gradientBeta2));
    }

    private void noteCrossing(State state) {
        double alpha = state.parameters()[Minimalist.ALPHA];
        if (model.lambda1() * alpha * alpha > 2 / eta) {
            state.memory()[CROSSED] = 1;
        }
    }
}
