package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.OscillationFlow;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * What a flow with an oscillation predicts of gradient descent: {@code averageLoss}, the mean of L at c + ρu and at c − ρu, and {@code oscillation} ρ², the variance of the iterates
 * about the flow.
 *
 * @param flow the dynamics of the run
 */
public record OscillationFlowProbe(OscillationFlow flow) implements Probe {
    @Override
    public List<Column> columns() {
        return List.of(
                Column.of(
                        "averageLoss",
                        Column.Role.SURROGATE_LOSS,
                        "½ΣL(c ± ρu)",
                        "average loss that the flow predicts"),
                Column.of("oscillation", Column.Role.MEASUREMENT, "ρ²", "variance of the oscillation ρ²"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        double radius = OscillationFlow.radius(state);
        row[offset] = flow.averageLoss(state);
        row[offset + 1] = radius * radius;
    }
}
