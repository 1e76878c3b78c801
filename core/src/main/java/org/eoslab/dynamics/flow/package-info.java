/**
 * Continuous dynamics on the discrete clock: a step lasts η of time and is integrated inside with control of its error.
 *
 * <p>{@link org.eoslab.dynamics.flow.GradientFlow} for small models, {@link org.eoslab.dynamics.flow.RungeKuttaFlow} for
 * networks, {@link org.eoslab.dynamics.flow.CentralFlow} for the path about which gradient descent oscillates; {@link org.eoslab.dynamics.flow.GradientFlowSolution} is where the flow ends. Example: {@code
 * GradientFlowSolution.of(new GradientFlow(objective, eta), start, 1e-13, 1e9, solver).sharpness()}.
 */
@NullMarked
package org.eoslab.dynamics.flow;

import org.jspecify.annotations.NullMarked;
