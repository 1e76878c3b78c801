package org.eoslab.guard;

/**
 * What a guard says before a step.
 *
 * @param step the steps taken so far
 * @param sharpness S at the parameters; NaN when this step was not read
 * @param residual of its eigenpair: an eigenvalue lies within that distance of S; NaN when not read
 * @param eta the step size to take
 * @param stop whether to stop instead
 * @param message one line for people; empty when all is well
 */
public record Advice(long step, double sharpness, double residual, double eta, boolean stop, String message) {}
