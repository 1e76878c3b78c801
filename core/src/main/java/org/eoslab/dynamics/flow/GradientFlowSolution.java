package org.eoslab.dynamics.flow;

import java.util.Arrays;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.ODEStepEndHandler;

/**
 * The gradient flow solution (GFS) of a point: where gradient flow from it ends (Kreisler et al. 2023). Its sharpness is the
 * GFS sharpness.
 *
 * @param parameters w at the end; NaN when the integration broke down
 * @param top the largest eigenpair of the Hessian there, with its residual and cost
 * @param gradientNorm ‖∇L‖ there
 * @param time the time it took
 * @param evaluations gradients spent
 * @param converged whether ‖∇L‖ came down to what was asked for in time
 */
public record GradientFlowSolution(
        double[] parameters, EigenPairs top, double gradientNorm, double time, int evaluations, boolean converged) {
    /**
     * Follows the flow until ‖∇L‖ ≤ {@code tolerance}.
     *
     * @param flow the flow; its η plays no part
     * @param start where it starts, not modified
     * @param tolerance the gradient norm to stop at, positive
     * @param horizon the time to give up at, positive
     * @param solver finds the sharpness at the end
     */
    public static GradientFlowSolution of(
            GradientFlow flow, double[] start, double tolerance, double horizon, EigenSolver solver) {
        Objective objective = flow.objective();
        double initial = norm(objective, start);
        if (initial <= tolerance) {
            return at(objective, start.clone(), initial, 0, 1, tolerance, solver);
        }
        ODEStepEndHandler arrival =
                (state, forward) -> norm(state.getPrimaryDerivative()) <= tolerance ? Action.STOP : Action.CONTINUE;
        return flow.integrator()
                .integrate(objective, start, horizon, i -> i.addStepEndHandler(arrival))
                .map(end -> {
                    ODEStateAndDerivative state = end.state();
                    double norm = norm(state.getPrimaryDerivative());
                    return at(
                            objective,
                            state.getPrimaryState(),
                            norm,
                            state.getTime(),
                            end.evaluations(),
                            tolerance,
                            solver);
                })
                .orElseGet(() -> broken(start.length));
    }

    /** S at the end, the GFS sharpness; NaN when the flow did not converge. */
    public double sharpness() {
        return converged ? top.largest() : Double.NaN;
    }

    private static GradientFlowSolution at(
            Objective objective,
            double[] w,
            double norm,
            double time,
            int evaluations,
            double tolerance,
            EigenSolver solver) {
        EigenPairs top = solver.largest(objective.hessian(w), 1, EigenPairs.NONE);
        return new GradientFlowSolution(w, top, norm, time, evaluations, norm <= tolerance);
    }

    private static GradientFlowSolution broken(int dimension) {
        double[] nowhere = new double[dimension];
        Arrays.fill(nowhere, Double.NaN);
        return new GradientFlowSolution(nowhere, EigenPairs.NONE, Double.NaN, Double.NaN, 0, false);
    }

    private static double norm(Objective objective, double[] w) {
        double[] gradient = new double[w.length];
        objective.gradient(w, gradient);
        return norm(gradient);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
