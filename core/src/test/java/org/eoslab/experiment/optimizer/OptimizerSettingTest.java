package org.eoslab.experiment.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.dynamics.flow.EdgeFlow;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.flow.RungeKuttaFlow;
import org.eoslab.dynamics.flow.SwingFlow;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.dynamics.projected.PredictedDynamics;
import org.eoslab.dynamics.projected.ProjectedGradientDescent;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Objective;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizerSettingTest {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 20, 4);
    private static final StepSize CONSTANT = StepSize.constant(0.1);

    private static Dynamics read(Objective objective, Map<String, Object> chosen) {
        List<Setting<?>> schema = new ArrayList<>(OptimizerSetting.settings());
        schema.add(Setting.positive("eta", "step size", 0.1));
        schema.add(Setting.integer("seed", "seed", 0, 100, 7L));
        return OptimizerSetting.read(
                Settings.read(schema, new HashMap<>(chosen)), objective, new DenseEigenSolver(), 1);
    }

    @Test
    void everyNameBecomesItsRule() {
        assertThat(read(NETWORK, Map.of())).isEqualTo(new GradientDescent(NETWORK, 0.1));
        assertThat(read(NETWORK, Map.of("optimizer", "polyak", "momentum", 0.8)))
                .isEqualTo(Momentum.polyak(NETWORK, CONSTANT, 0.8));
        assertThat(read(NETWORK, Map.of("optimizer", "nesterov"))).isEqualTo(Momentum.nesterov(NETWORK, CONSTANT, 0.9));
        assertThat(read(NETWORK, Map.of("optimizer", "rmsprop", "beta2", 0.99, "epsilon", 1e-7)))
                .isEqualTo(Adaptive.rmsprop(NETWORK, CONSTANT, 0.99, 1e-7));
        assertThat(read(NETWORK, Map.of("optimizer", "adam")))
                .isEqualTo(new Adaptive(NETWORK, CONSTANT, 0.9, 0.999, 1e-8));
        assertThat(read(NETWORK, Map.of("optimizer", "sgd", "batch", 5)))
                .isEqualTo(new StochasticGradientDescent(NETWORK, CONSTANT, new BatchSchedule(20, 5, 7)));
    }

    @Test
    void theTheoriesDynamicsAreRulesToo() {
        Minimalist smooth = new Minimalist(1, 0.01);
        assertThat(read(smooth, Map.of("optimizer", "gradient-flow"))).isInstanceOf(GradientFlow.class);
        assertThat(read(TanhNetwork.chebyshev(3, 20, 8), Map.of("optimizer", "gradient-flow")))
                .isInstanceOf(RungeKuttaFlow.class);
        assertThat(read(smooth, Map.of("optimizer", "edge-flow"))).isInstanceOf(EdgeFlow.class);
        assertThat(read(smooth, Map.of("optimizer", "swing-flow"))).isInstanceOf(SwingFlow.class);
        assertThat(read(smooth, Map.of("optimizer", "constrained"))).isInstanceOf(ProjectedGradientDescent.class);
        assertThat(read(smooth, Map.of("optimizer", "predicted"))).isInstanceOf(PredictedDynamics.class);
        assertThat(read(smooth, Map.of("optimizer", "central-flow"))).isInstanceOf(CentralFlow.class);
        assertThatThrownBy(() -> read(NETWORK, Map.of("optimizer", "central-flow")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("central-flow");
    }

    @Test
    void readsScheduleAndClip() {
        assertThat(read(NETWORK, Map.of("schedule", "step 0.5 100", "clip", "norm 2")))
                .isEqualTo(new GradientDescent(NETWORK, new StepSize(new Schedule.StepDecay(0.1, 0.5, 100), 2)));
        assertThat(read(NETWORK, Map.of("schedule", "warmup 10")))
                .isEqualTo(new GradientDescent(
                        NETWORK, new StepSize(new Schedule.Warmup(0.1, 10), Double.POSITIVE_INFINITY)));
        assertThat(read(NETWORK, Map.of("schedule", "cosine 10")))
                .isEqualTo(new GradientDescent(
                        NETWORK, new StepSize(new Schedule.Cosine(0.1, 10), Double.POSITIVE_INFINITY)));
    }

    @ParameterizedTest
    @CsvSource({
        "optimizer, sdg",
        "momentum, 1",
        "beta2, -0.1",
        "epsilon, 0",
        "batch, 0",
        "batch, 2.5",
        "schedule, warmup",
        "schedule, warmup 0",
        "schedule, step 2 10",
        "schedule, cosine x",
        "schedule, constant 3",
        "clip, norm -1",
        "clip, norm",
        "clip, floor 1.81"
    })
    void refusesInOneLineWithTheValue(String key, String value) {
        assertThatThrownBy(() -> read(NETWORK, Map.of(key, value)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(key + ": " + value + " is not allowed; it must be ");
    }

    @Test
    void refusesSgdWhereThereAreNoExamplesOrTooFew() {
        assertThatThrownBy(() -> read(new Minimalist(1, 0.1), Map.of("optimizer", "sgd")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("optimizer: sgd is not allowed");
        assertThatThrownBy(() -> read(NETWORK, Map.of("optimizer", "sgd")))
                .isInstanceOf(InputException.class)
                .hasMessage("batch: 32 is not allowed; there are 20 examples");
    }
}
