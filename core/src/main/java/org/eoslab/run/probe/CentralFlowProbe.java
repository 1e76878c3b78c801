package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * What a central flow predicts of gradient descent: {@code averageLoss} L + tr(X)/η, {@code oscillation} tr X, the variance of the
 * iterates about the flow, and {@code critical}, the number of eigenvalues at the edge or near it.
 *
 * @param flow the dynamics of the run
 */
public record CentralFlowProbe(CentralFlow flow) implements Probe {
    private static final List<Column> COLUMNS = List.of(
            Column.of(
                    "averageLoss",
                    Column.Role.SURROGATE_LOSS,
                    "L + tr X/η",
                    "average loss that the central flow predicts"),
            Column.of("oscillation", Column.Role.MEASUREMENT, "tr X", "variance of the oscillation tr X"),
            Column.of("critical", Column.Role.MEASUREMENT, "critical", "eigenvalues at the edge or near it")
                    .as(Column.Kind.COUNT));

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        row[offset] = flow.averageLoss(state);
        row[offset + 1] = state.memory()[CentralFlow.TRACE];
        row[offset + 2] = state.memory()[CentralFlow.CRITICAL];
    }
}
