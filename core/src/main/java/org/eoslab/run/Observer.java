package org.eoslab.run;

import org.eoslab.dynamics.State;

/** Receives every step of a run as it happens: a table, a timeline, a progress bar, a stream to a store. */
@FunctionalInterface
public interface Observer {
    /**
     * Takes note that a run begins, or goes on.
     *
     * @param simulation what is run
     * @param state where it begins, not to be modified
     */
    default void begin(Simulation simulation, State state) {}

    /**
     * Takes note of one step.
     *
     * @param state the state, not to be modified
     * @param row the values of the run's columns at it; reused by the loop, so copied by whoever keeps it
     * @return whether the run should go on
     */
    boolean observe(State state, double[] row);

    /**
     * Takes note that the step just observed meets the condition of {@link Simulation#until} and is the last one.
     *
     * @param state the state, not to be modified
     * @param row as in {@link #observe}
     */
    default void met(State state, double[] row) {}

    /**
     * Takes note that the run is over.
     *
     * @param outcome how it ended
     * @param state where it ended, not to be modified
     */
    default void end(Outcome outcome, State state) {}
}
