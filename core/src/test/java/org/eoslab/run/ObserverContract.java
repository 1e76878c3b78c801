package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.objective.AutoDiffObjective;
import org.eoslab.objective.Objective;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.junit.jupiter.api.Test;

/** What every {@link Observer} owes: it looks, and changes nothing of what it is shown. */
public interface ObserverContract {
    /** The number of steps of the run that is observed. */
    long STEPS = 200;

    /** The observer under test, of a run of {@link #STEPS} steps. */
    Observer observer(Simulation simulation);

    private static Simulation simulation() {
        Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
        Dynamics descent = new GradientDescent(loss, 0.125);
        return Simulation.of(descent).with(new LossProbe(loss)).with(SharpnessProbe.of(descent));
    }

    private static State start(Simulation simulation) {
        return simulation.dynamics().start(new double[] {0.5, 6});
    }

    @Test
    default void leavesTheStateAndTheRowAlone() {
        Simulation simulation = simulation();
        State state = start(simulation);
        Observer observer = observer(simulation);
        observer.begin(simulation, state);
        double[] row = simulation.row(state);
        double[] rowBefore = row.clone();
        double[] before = state.parameters().clone();
        observer.observe(state, row);
        assertThat(row).isEqualTo(rowBefore);
        assertThat(state.parameters()).isEqualTo(before);
        assertThat(state.step()).isZero();
        assertThat(state.time()).isZero();
    }

    @Test
    default void aRunThatIsObservedHasTheBitsOfOneThatIsNot() {
        Simulation simulation = simulation();
        State alone = start(simulation);
        State observed = start(simulation);
        Outcome outcome = simulation.run(alone, STEPS, List.of());
        assertThat(simulation.run(observed, STEPS, List.of(observer(simulation))))
                .isEqualTo(outcome);
        assertThat(observed.parameters()).isEqualTo(alone.parameters());
        assertThat(observed.step()).isEqualTo(alone.step());
    }
}
