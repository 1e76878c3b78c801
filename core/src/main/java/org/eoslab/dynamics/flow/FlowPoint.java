package org.eoslab.dynamics.flow;

/**
 * A point of a flow.
 *
 * @param time since its start
 * @param parameters w there
 */
public record FlowPoint(double time, double[] parameters) {}
