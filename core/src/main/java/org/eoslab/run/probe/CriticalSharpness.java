package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * {@code criticalSharpness} 2/η_c, η_c the smallest step size along −∇L after which the loss is larger than before (Kalra et al. 2026): a curvature by forward passes
 * alone. On a quadratic it is gᵀHg/‖g‖², at most the sharpness.
 *
 * <p>η_c is bracketed by doubling or halving from the run's step size, so of several the one found may not be the smallest, and then solved for to
 * {@value #ACCURACY} of itself. NaN where the gradient is 0, or no step size makes the loss larger.
 *
 * @param objective the loss
 * @param eta where the search begins, positive
 */
public record CriticalSharpness(Objective objective, double eta) implements Probe {
    static final double ACCURACY = 1e-6;

    /** Doublings or halvings, and evaluations after them, at most. */
    private static final int MOST = 200;

    private static final int ORDER = 5;

    @Override
    public List<Column> columns() {
        return List.of(Column.of("criticalSharpness", Column.Role.CURVATURE, "2/η_c", "critical sharpness 2/η_c"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        double[] g = state.gradient(objective);
        double loss = state.loss(objective);
        double[] moved = new double[g.length];
        row[offset] = 2
                / critical(step -> {
                    System.arraycopy(state.parameters(), 0, moved, 0, moved.length);
                    Vectors.add(-step, g, moved);
                    return objective.value(moved) - loss;
                });
    }

    private double critical(UnivariateFunction rise) {
        double factor = isUp(rise.value(eta)) ? 0.5 : 2;
        double step = eta;
        for (int i = 0; i < MOST; i++) {
            double next = step * factor;
            if (isUp(rise.value(next)) != factor < 1) {
                return solve(rise, Math.min(step, next), Math.max(step, next));
            }
            step = next;
        }
        return Double.NaN;
    }

    /** Whether the loss is larger; beyond the range of doubles it counts as that. */
    private static boolean isUp(double rise) {
        return !(rise <= 0);
    }

    private static double solve(UnivariateFunction rise, double low, double high) {
        double least = low;
        double most = high;
        // Where the loss is no number yet, the bracket is halved until it is.
        while (!Double.isFinite(rise.value(most)) && most - least > ACCURACY * most) {
            double middle = 0.5 * (least + most);
            if (isUp(rise.value(middle))) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return Double.isFinite(rise.value(most))
                ? new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * least, ORDER).solve(MOST, rise, least, most)
                : most;
    }
}
