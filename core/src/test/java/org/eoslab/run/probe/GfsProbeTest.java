package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Simulation;
import org.junit.jupiter.api.Test;

/** Oracle: the closed form that the minimalist probe records along the same run. */
class GfsProbeTest implements ProbeContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final double RELATIVE = 1e-9;

    @Override
    public MinimalistDescent dynamics() {
        return new MinimalistDescent(MODEL, 3.2, ClippingRule.Floor.of(1.81, 3.2, MODEL));
    }

    @Override
    public Probe probe() {
        return new GfsProbe(new GradientFlow(MODEL, 1), 1e-13, 1e8, new DenseEigenSolver());
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.005, 0.2};
    }

    @Test
    void agreesWithTheClosedFormAlongARun() {
        Probe closedForm = new MinimalistProbe(dynamics());
        Simulation simulation = new Simulation(dynamics(), List.of(closedForm, probe().every(100)));
        int exact = simulation.columns().stream().map(Column::name).toList().indexOf("gfsSharpness");
        int numerical = simulation.columns().stream().map(Column::name).toList().lastIndexOf("gfsSharpness");
        simulation.run(dynamics().start(start()), 3000, List.of((state, row) -> {
            if (state.step() % 100 == 0) {
                assertThat(row[numerical])
                        .as("step %d", state.step())
                        .isCloseTo(row[exact], within(RELATIVE * row[exact]));
            } else {
                assertThat(row[numerical]).isNaN();
            }
            return true;
        }));
    }
}
