package org.eoslab.run;

import org.eoslab.dynamics.State;

/**
 * A finished run.
 *
 * @param table the recorded rows
 * @param timeline crossings and cycles, from every step whether recorded or not
 * @param outcome how it ended
 * @param end the state where it ended: a run can go on from a copy of it
 */
public record Trajectory(Table table, Timeline timeline, Outcome outcome, State end) {}
