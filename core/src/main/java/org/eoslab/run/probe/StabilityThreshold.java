package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The {@code stabilityThreshold} of the rule at each step, which a step size schedule moves.
 *
 * @param dynamics the rule
 */
public record StabilityThreshold(Dynamics dynamics) implements Probe {
    @Override
    public List<Column> columns() {
        return List.of(Column.of("stabilityThreshold", Column.Role.THRESHOLD, "2/η", "stability threshold"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        row[offset] = dynamics.stabilityThreshold(state);
    }
}
