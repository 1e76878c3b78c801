package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.junit.jupiter.api.Test;

/** What every {@link Probe} owes: it looks, and touches nothing but its own columns. */
public interface ProbeContract {
    /** The probe under test. */
    Probe probe();

    /** The rule whose runs it looks at. */
    Dynamics dynamics();

    /** A typical start; a new array each time. */
    double[] start();

    @Test
    default void leavesAllThatTheRuleOwnsBitIdentical() {
        State state = stateAfterThreeSteps();
        State before = state.copy();
        probe().measure(state, new double[probe().columns().size()], 0);
        assertThat(state.parameters()).isEqualTo(before.parameters());
        assertThat(state.memory()).isEqualTo(before.memory());
        assertThat(state.step()).isEqualTo(before.step());
        assertThat(state.time()).isEqualTo(before.time());
        assertThat(state.eigenPairs()).isSameAs(before.eigenPairs());
    }

    @Test
    default void writesItsColumnsAndNoOthers() {
        int width = probe().columns().size();
        double[] row = new double[width + 2];
        Arrays.fill(row, Double.NEGATIVE_INFINITY);
        probe().measure(stateAfterThreeSteps(), row, 1);
        assertThat(row[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(row[width + 1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Arrays.copyOfRange(row, 1, width + 1)).doesNotContain(Double.NEGATIVE_INFINITY);
        assertThat(new HashSet<>(probe().columns())).hasSize(width);
    }

    private State stateAfterThreeSteps() {
        State state = dynamics().start(start());
        for (int t = 0; t < 3; t++) {
            dynamics().step(state);
        }
        return state;
    }
}
