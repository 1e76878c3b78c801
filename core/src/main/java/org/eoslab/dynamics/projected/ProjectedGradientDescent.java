package org.eoslab.dynamics.projected;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.SmoothObjective;

/**
 * The constrained trajectory θ† ← proj(θ† − η∇L(θ†)) onto the stable set M = {S ≤ 2/η, ∇L·u = 0} (Damian et al. 2022), from that
 * definition alone. The projection is Newton's method on both conditions, repeated until they hold:
 * θ ← θ − max(0, S − 2/η)·s⊥/‖s⊥‖² − u(u·∇L)/S, all at θ. Where S is concave along s⊥ the first repetition overshoots, and the
 * result lies a little inside M (second order in S − 2/η).
 *
 * <p>A start off M is projected by the first step. The memory is the evidence of the last projection, zeros before the first:
 * {@link #EXCESS}, {@link #DISPLACEMENT}, {@link #REPETITIONS}.
 *
 * @param objective the loss
 * @param eta step size η, positive and finite
 * @param solver finds (S, u), starting from the state's last eigenpairs
 * @param tolerance the projection ends when S ≤ (1 + tolerance)·2/η and |u·∇L|/S ≤ tolerance, positive
 * @param repetitions it also ends after so many repetitions, at least 1; Damian et al. use a few
 */
public record ProjectedGradientDescent(
        SmoothObjective objective, double eta, EigenSolver solver, double tolerance, int repetitions)
        implements Dynamics {
    /** Memory index of max(0, S − 2/η). */
    public static final int EXCESS = 0;

    /** Memory index of |u·∇L|/S. */
    public static final int DISPLACEMENT = 1;

    /** Memory index of the number of repetitions. */
    public static final int REPETITIONS = 2;

    /** Checks the ranges. */
    public ProjectedGradientDescent {
        StepSize.check(eta);
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be positive");
        }
        if (repetitions < 1) {
            throw new IllegalArgumentException("repetitions = " + repetitions + ": must be at least 1");
        }
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[3]);
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        Vectors.add(-eta, state.gradient(objective), w);
        Projection end = project(w, solver.at(state.step() + 1), state.eigenPairs());
        double[] memory = state.memory();
        memory[EXCESS] = end.excess();
        memory[DISPLACEMENT] = end.displacement();
        memory[REPETITIONS] = end.repetitions();
        state.advance(eta);
        state.remember(end.top());
    }

    /**
     * Moves {@code w} onto the stable set.
     *
     * @param w modified
     * @param guess eigenpairs of a nearby Hessian
     */
    Projection project(double[] w, EigenSolver stepSolver, EigenPairs guess) {
        double[] gradient = new double[w.length];
        EigenPairs top = guess;
        for (int repetition = 0; ; repetition++) {
            top = stepSolver.largest(objective.hessian(w), 1, top);
            objective.gradient(w, gradient);
            double[] u = top.vectors()[0];
            double excess = Math.max(0, top.largest() - 2 / eta);
            double displacement = Vectors.dot(u, gradient) / top.largest();
            boolean holds = excess <= tolerance * 2 / eta && Math.abs(displacement) <= tolerance;
            if (holds || repetition == repetitions || !Double.isFinite(displacement)) {
                return new Projection(top, excess, Math.abs(displacement), repetition);
            }
            if (excess > 0) {
                lower(w, u, excess);
            }
            Vectors.add(-displacement, u, w);
        }
    }

    /** Moves {@code w} against s⊥ so far that S falls by {@code excess}, to first order; where s⊥ = 0 there is no way down. */
    private void lower(double[] w, double[] u, double excess) {
        double[] perpendicular = SelfStabilisation.perpendicular(objective, w, u);
        double strength = Vectors.dot(perpendicular, perpendicular);
        if (strength > 0) {
            Vectors.add(-excess / strength, perpendicular, w);
        }
    }

    /** 2/η − λ, with λ the weight decay: the bound that the projection holds S to. */
    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta - Decayed.in(objective);
    }
}
