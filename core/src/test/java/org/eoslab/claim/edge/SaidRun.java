package org.eoslab.claim.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.SharpnessProbe;

/** Runs with η = 1, whose columns are said step by step, against a threshold of 2. */
final class SaidRun {
    private final Map<String, LongToDoubleFunction> columns = new LinkedHashMap<>();

    SaidRun(LongToDoubleFunction loss, LongToDoubleFunction sharpness) {
        columns.put("loss", loss);
        columns.put("sharpness", sharpness);
        columns.put("stabilityThreshold", step -> 2);
    }

    SaidRun with(String column, LongToDoubleFunction values) {
        columns.put(column, values);
        return this;
    }

    Trajectory run(long steps) {
        Dynamics dynamics = new GradientDescent(new Quadratic(0.1), 1);
        Probe said = new Probe() {
            @Override
            public List<Column> columns() {
                List<Column> all = new ArrayList<>();
                columns.keySet()
                        .forEach(name ->
                                all.add(name.equals("sharpness") ? SharpnessProbe.SHARPNESS : Column.named(name)));
                return all;
            }

            @Override
            public void measure(State state, double[] row, int offset) {
                int next = offset;
                for (LongToDoubleFunction values : columns.values()) {
                    row[next++] = values.applyAsDouble(state.step());
                }
            }
        };
        return new Simulation(dynamics, List.of(said)).run(new double[] {1}, steps);
    }
}
