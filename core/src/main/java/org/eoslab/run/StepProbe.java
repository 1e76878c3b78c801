package org.eoslab.run;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.eoslab.dynamics.State;

/**
 * A measurement of the step from a state to the next: the loop takes that step before the row is complete, so that the row of step t is
 * about t → t + 1, that of the last step too. Of a state alone there is nothing to say.
 */
public interface StepProbe extends Probe {
    /**
     * Writes its columns into {@code row} from {@code offset} on.
     *
     * @param from the state at this step, not to be modified
     * @param to the state after the next step, not to be modified; its gradient is that of the next row, evaluated once
     */
    void measure(State from, State to, double[] row, int offset);

    /** NaN: the step from here is not known. */
    @Override
    default void measure(State state, double[] row, int offset) {
        Arrays.fill(row, offset, offset + columns().size(), Double.NaN);
    }

    @Override
    default StepProbe every(long interval) {
        return at(step -> step % interval == 0);
    }

    @Override
    default StepProbe at(LongPredicate steps) {
        return new StepsProbed(this, steps);
    }
}
