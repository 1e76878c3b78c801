package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The first parameters themselves, for models of a few.
 *
 * @param columns at most as many as there are parameters
 */
public record ParametersProbe(List<Column> columns) implements Probe {
    /** Coordinates of these names. */
    public static ParametersProbe named(List<String> names) {
        return new ParametersProbe(Column.coordinates(names));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        double[] w = state.parameters();
        for (int i = 0; i < columns.size(); i++) {
            row[offset + i] = w[i];
        }
    }
}
