package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.flow.GradientFlowSolution;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The sharpness at the end of the gradient flow that starts at the iterate, for any objective: {@code gfsSharpness} (NaN when
 * the flow has not converged by the horizon) and {@code gfsGradientNorm}, ‖∇L‖ where it ended. An integration a reading, so
 * use it {@link Probe#every every so many steps}.
 *
 * @param flow the flow; its η plays no part
 * @param tolerance the gradient norm at which a flow counts as ended, positive
 * @param horizon the time to give up at, positive
 * @param solver finds the sharpness at the end
 */
public record GfsProbe(GradientFlow flow, double tolerance, double horizon, EigenSolver solver) implements Probe {
    /** The sharpness of the gradient flow solution, with its symbol φ. */
    public static final Column SHARPNESS =
            Column.of("gfsSharpness", Column.Role.FLOW_SHARPNESS, "φ", "sharpness φ of the gradient flow solution");

    /** ‖∇L‖ where the flow was ended. */
    public static final Column GRADIENT_NORM =
            Column.evidence("gfsGradientNorm", "gradient norm where the flow was ended");

    private static final List<Column> COLUMNS = List.of(SHARPNESS, GRADIENT_NORM);

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        GradientFlowSolution end = GradientFlowSolution.of(flow, state.parameters(), tolerance, horizon, solver);
        row[offset] = end.sharpness();
        row[offset + 1] = end.gradientNorm();
    }
}
