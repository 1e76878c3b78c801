package org.eoslab.model.minimalist.figure;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.flow.GradientFlowSolution;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;

/**
 * Figure 4: the gradient flow from a point on gradient descent's path to its minimiser.
 *
 * @param step the step of gradient descent it starts from
 * @param path its points: columns {@code step}, {@code time}, {@code alpha}, {@code beta1}, {@code beta2}, the last one the minimiser
 * @param solution the minimiser with its sharpness and evidence
 */
public record FlowPath(long step, Table path, GradientFlowSolution solution) {
    private static final double TOLERANCE = 1e-12;

    /** Flow time in units of 1/λ₂ after which a path counts as not converging. */
    private static final double HORIZON = 1e3;

    /** The time between points grows by this factor: even steps on a path whose speed falls by powers of ten. */
    private static final double GROWTH = 1.05;

    /**
     * The flows from these steps of gradient descent.
     *
     * @param descent model, step size and clipping
     * @param start (α, β₁, β₂) at step 0, not modified
     * @param steps ascending
     */
    public static List<FlowPath> from(MinimalistDescent descent, double[] start, long... steps) {
        List<FlowPath> paths = new ArrayList<>();
        State state = descent.start(start);
        for (long step : steps) {
            Simulation.advance(descent, state, step);
            paths.add(of(descent, state));
        }
        return paths;
    }

    private static FlowPath of(MinimalistDescent descent, State state) {
        GradientFlow flow = new GradientFlow(descent.model(), descent.eta());
        GradientFlowSolution solution = GradientFlowSolution.of(
                flow, state.parameters(), TOLERANCE, HORIZON / descent.model().lambda2(), new DirectEigenSolver());
        double[] w = state.parameters().clone();
        Table table = new Table(List.of("step", "time", "alpha", "beta1", "beta2"), Recording.ALL, 0);
        double time = 0;
        double pause = descent.eta() / 10;
        for (long row = 0; ; row++) {
            table.add(new double[] {row, time, w[0], w[1], w[2]});
            if (!(time + pause < solution.time())) {
                break;
            }
            State point = flow.start(w);
            Simulation.advance(new GradientFlow(descent.model(), pause), point, 1);
            w = point.parameters();
            time += pause;
            pause *= GROWTH;
        }
        double[] end = solution.parameters();
        table.add(new double[] {table.rows(), solution.time(), end[0], end[1], end[2]});
        return new FlowPath(state.step(), table, solution);
    }
}
