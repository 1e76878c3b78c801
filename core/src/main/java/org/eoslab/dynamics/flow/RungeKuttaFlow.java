package org.eoslab.dynamics.flow;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/**
 * Gradient flow ẇ = −∇L(w) by the classical Runge–Kutta method of order 4, for losses of many parameters: a step of the clock,
 * η of time, is cut into equal steps of at most min(a/S, cap), S the sharpness (Cohen et al. 2021). Four gradients a step; the
 * method is stable up to a = 2.785.
 *
 * @param objective the loss
 * @param eta the time η of a step of the clock, positive and finite
 * @param solver finds S, starting from the state's last eigenpairs
 * @param interval S is read again every so many steps of the clock, at least 1
 * @param fraction a, positive and below 2.785; 1 leaves room for S to grow between readings
 * @param cap the longest step, positive
 */
public record RungeKuttaFlow(
        Objective objective, double eta, EigenSolver solver, long interval, double fraction, double cap)
        implements Dynamics {
    /** Where the method's stability region ends on the negative real axis. */
    public static final double STABILITY_LIMIT = 2.785;

    /** Checks the ranges. */
    public RungeKuttaFlow {
        StepSize.check(eta);
        if (!(fraction > 0 && fraction < STABILITY_LIMIT)) {
            throw new IllegalArgumentException(
                    "fraction = " + fraction + ": must be positive and below " + STABILITY_LIMIT);
        }
        if (!(cap > 0)) {
            throw new IllegalArgumentException("cap = " + cap + ": must be positive");
        }
        if (interval < 1) {
            throw new IllegalArgumentException("interval = " + interval + ": must be at least 1");
        }
    }

    @Override
    public void step(State state) {
        double[] w = state.parameters();
        if (state.step() % interval == 0 || state.eigenPairs() == EigenPairs.NONE) {
            state.remember(solver.largest(objective.hessian(w), 1, state.eigenPairs()));
        }
        double sharpness = state.eigenPairs().largest();
        double longest = sharpness > 0 ? Math.min(fraction / sharpness, cap) : cap;
        int count = (int) Math.max(1, Math.ceil(eta / longest));
        double[] slope = new double[w.length];
        double[] sum = new double[w.length];
        double[] point = new double[w.length];
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                System.arraycopy(state.gradient(objective), 0, slope, 0, w.length);
            } else {
                objective.gradient(w, slope);
            }
            advance(w, eta / count, slope, sum, point);
        }
        state.advance(eta);
    }

    /** One step of length h from where the gradient is {@code slope}: w⁺ = w − h/6·(k₁ + 2k₂ + 2k₃ + k₄). */
    private void advance(double[] w, double h, double[] slope, double[] sum, double[] point) {
        System.arraycopy(slope, 0, sum, 0, w.length);
        stage(w, 0.5 * h, 2, slope, sum, point);
        stage(w, 0.5 * h, 2, slope, sum, point);
        stage(w, h, 1, slope, sum, point);
        for (int i = 0; i < w.length; i++) {
            w[i] -= h / 6 * sum[i];
        }
    }

    private void stage(double[] w, double h, double weight, double[] slope, double[] sum, double[] point) {
        for (int i = 0; i < w.length; i++) {
            point[i] = w[i] - h * slope[i];
        }
        objective.gradient(point, slope);
        for (int i = 0; i < w.length; i++) {
            sum[i] += weight * slope[i];
        }
    }

    @Override
    public double stabilityThreshold(State state) {
        return Double.POSITIVE_INFINITY;
    }
}
