package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.linalg.Lanczos;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.run.probe.StepProgress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a copied state gives the bits of the run that was never stopped, warm-started readings included. */
class ResumeTest {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 8);
    private static final long LAST = 120;
    private static final Map<String, Dynamics> RULES = Map.of(
            "gd", new GradientDescent(NETWORK, 0.3),
            "gd, cosine and clipped", new GradientDescent(NETWORK, new StepSize(new Schedule.Cosine(0.3, 100), 0.05)),
            "polyak", Momentum.polyak(NETWORK, StepSize.constant(0.1), 0.9),
            "nesterov", Momentum.nesterov(NETWORK, StepSize.constant(0.1), 0.9),
            "rmsprop", Adaptive.rmsprop(NETWORK, StepSize.constant(0.01), 0.99, 1e-7),
            "adam", new Adaptive(NETWORK, StepSize.constant(0.01), 0.9, 0.999, 1e-8),
            "adamw", new Adaptive(NETWORK, StepSize.constant(0.01), 0.9, 0.999, 1e-8, 0.1),
            "gd with weight decay", new GradientDescent(Decayed.of(NETWORK, 0.1), 0.3),
            "sgd", new StochasticGradientDescent(NETWORK, StepSize.constant(0.1), new BatchSchedule(12, 5, 3)));

    static List<String> rules() {
        return RULES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goesOnWithTheSameBits(String rule) {
        Dynamics dynamics = RULES.get(rule);
        SharpnessProbe probe = new SharpnessProbe(NETWORK, Lanczos.seeded(4), dynamics, 3, true, 40);
        Simulation simulation =
                new Simulation(dynamics, List.of(new LossProbe(NETWORK), probe.every(10), new StepProgress(NETWORK)));
        List<State> checkpoints = new ArrayList<>();
        List<double[]> whole = rows(simulation, dynamics.start(NETWORK.start(1)), checkpoints);
        // Right at a reading, between two, and at an audit.
        for (int at : new int[] {30, 57, 80}) {
            List<double[]> rest = rows(simulation, checkpoints.get(at), new ArrayList<>());
            assertThat(rest).hasSize((int) LAST + 1 - at);
            for (int i = 0; i < rest.size(); i++) {
                assertThat(rest.get(i)).as("from %d, step %d", at, at + i).isEqualTo(whole.get(at + i));
            }
        }
    }

    private static List<double[]> rows(Simulation simulation, State start, List<State> checkpoints) {
        List<double[]> rows = new ArrayList<>();
        simulation.run(start, LAST, List.of((state, row) -> {
            rows.add(row.clone());
            checkpoints.add(state.copy());
            return true;
        }));
        return rows;
    }
}
