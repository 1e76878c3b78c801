package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

class SelfStabilisedOscillationTest implements ProbeContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.1);
    private static final double ROUNDING = 1e-12;

    @Override
    public Probe probe() {
        return new SelfStabilisedOscillation(MODEL, new DenseEigenSolver());
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(MODEL, 0.5);
    }

    @Override
    public double[] start() {
        return new double[] {0.9, 0.2, 0.4};
    }

    /** Oracle: {@link SelfStabilisationProbe} of a run that stands at the midpoint, and the decomposition of its Hessian. */
    @Test
    void readsTheConstantsAtTheMidpoint() {
        Simulation simulation = new Simulation(
                dynamics(),
                List.of(
                        ParametersProbe.named(List.of("a", "b", "c")),
                        new LossProbe(MODEL),
                        SharpnessProbe.of(dynamics()),
                        probe()));
        Table table = simulation.run(start(), 20).table();
        Probe there = new SelfStabilisationProbe(MODEL, new SharpnessProbe(MODEL, new DenseEigenSolver()));
        for (int t = 0; t < 20; t++) {
            double[] centre = new double[3];
            double[] half = new double[3];
            List<String> names = List.of("a", "b", "c");
            for (int i = 0; i < 3; i++) {
                half[i] = 0.5 * (table.get(names.get(i), t + 1) - table.get(names.get(i), t));
                centre[i] = table.get(names.get(i), t) + half[i];
            }
            double[] row = new double[2];
            there.measure(new State(centre, new double[0]), row, 0);
            double[] u = new DenseEigenSolver()
                    .largest(MODEL.hessian(centre), 1, EigenPairs.NONE)
                    .vectors()[0];
            double along = Math.abs(half[0] * u[0] + half[1] * u[1] + half[2] * u[2]);
            assertThat(table.get("centralSharpening", t)).isCloseTo(row[0], within(ROUNDING));
            assertThat(table.get("centralStabilisation", t)).isCloseTo(row[1], within(ROUNDING));
            assertThat(table.get("oscillationAmplitude", t)).isCloseTo(along, within(ROUNDING));
            double delta = table.get("equilibriumAmplitude", t);
            assertThat(0.5 * row[1] * delta * delta).isCloseTo(row[0], within(ROUNDING));
        }
    }
}
