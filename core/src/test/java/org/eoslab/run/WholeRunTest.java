package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.objective.AutoDiffObjective;
import org.eoslab.objective.Objective;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.junit.jupiter.api.Test;

/** A run in one call, as a Java program makes it. */
class WholeRunTest {
    /** log cosh(xy). */
    private static final Objective LOSS =
            AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());

    private static Simulation measured(Dynamics dynamics) {
        return Simulation.of(dynamics).with(new LossProbe(LOSS)).with(SharpnessProbe.of(dynamics));
    }

    @Test
    void endsWhereTheEdgeIs() {
        Dynamics descent = new GradientDescent(LOSS, 0.125);
        for (double[] start : new double[][] {{0.5, 4.5}, {0.5, 5}, {0.5, 6}, {0.1, 7}}) {
            Trajectory run = measured(descent).run(start, 20_000);
            double[] sharpness = run.table().column("sharpness");
            assertThat(sharpness).hasSize(20_001);
            assertThat(0.125 * sharpness[20_000]).isCloseTo(1.976447511, within(5e-10));
            assertThat(run.end().parameters()[1]).isCloseTo(3.97637776, within(5e-9));
            assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void oneThatPreconditionsIsFollowedByItsPreconditionedSharpness() {
        Dynamics adam = new Adaptive(LOSS, StepSize.constant(0.01), 0.9, 0.999, 1e-8);
        Trajectory run = measured(adam).run(new double[] {0.5, 2}, 50);
        double threshold = adam.stabilityThreshold(run.end());
        double[] preconditioned = run.table().column(SharpnessProbe.PRECONDITIONED);
        for (long step : run.timeline().crossUp()) {
            assertThat(preconditioned[(int) step]).isGreaterThan(threshold);
        }
        assertThat(run.timeline().threshold()).isEqualTo(threshold);
    }

    @Test
    void saysWhatIsMissing() {
        Simulation simulation = Simulation.of(new GradientDescent(LOSS, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.run(new double[] {1, 1}, 1))
                .withMessageContaining("add a SharpnessProbe");
    }
}
