package org.eoslab.trajectory;

import org.eoslab.dynamics.State;

/** Receives every step of a run as it happens: a table, a timeline, a progress bar, a stream to a store. */
@FunctionalInterface
public interface Observer {
    /**
     * Takes note of one step.
     *
     * @param state the state, not to be modified
     * @param row the values of the run's columns at it; reused by the loop, so copied by whoever keeps it
     * @return whether the run should go on
     */
    boolean observe(State state, double[] row);
}
