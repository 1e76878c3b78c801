/**
 * Continuous dynamics on the discrete clock: a step lasts η of time and is integrated inside with control of its error.
 *
 * <p>{@link org.eoslab.dynamics.flow.GradientFlow} for small models, {@link org.eoslab.dynamics.flow.RungeKuttaFlow} for
 * networks, {@link org.eoslab.dynamics.flow.CentralFlow} for the path about which gradient descent oscillates; {@link org.eoslab.dynamics.flow.GradientFlowSolution} is where the flow ends.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * GradientFlow flow = new GradientFlow(loss, 0.125); // a step lasts 0.125
 * State state = flow.start(new double[] {0.5, 6});
 * Simulation.advance(flow, state, 100);
 * double[] w = state.parameters();
 * assert Math.abs(w[1] * w[1] - w[0] * w[0] - 35.75) < 1e-9; // which the flow conserves
 * }</pre>
 */
@NullMarked
package org.eoslab.dynamics.flow;

import org.jspecify.annotations.NullMarked;
