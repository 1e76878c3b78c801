package org.eoslab.dynamics;

import org.eoslab.linalg.Vectors;

/**
 * How far an optimiser goes: its schedule, and clipping by norm, which replaces the gradient by ∇L·min(1, c/‖∇L‖).
 *
 * @param schedule the step size η at each step
 * @param clip the largest gradient norm c, positive; +∞ for no clipping
 */
public record StepSize(Schedule schedule, double clip) {
    /** Checks c &gt; 0. */
    public StepSize {
        if (!(clip > 0)) {
            throw new IllegalArgumentException("clip = " + clip + ": must be positive");
        }
    }

    /**
     * Checks a step size.
     *
     * @throws IllegalArgumentException unless 0 &lt; η &lt; ∞
     */
    public static void check(double eta) {
        if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eta = " + eta + ": must be positive and finite");
        }
    }

    /** Always η, and no clipping. */
    public static StepSize constant(double eta) {
        return new StepSize(new Schedule.Constant(eta), Double.POSITIVE_INFINITY);
    }

    /** η of the step to come. */
    public double eta(State state) {
        return schedule.eta(state.step());
    }

    /** The factor min(1, c/‖g‖) on a gradient g. */
    public double factor(double[] gradient) {
        if (clip == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double norm = Vectors.norm(gradient);
        return norm > clip ? clip / norm : 1;
    }
}
