/**
 * The optimisers of deep learning besides gradient descent, each with the sharpness up to which it is stable: momentum
 * (Polyak, Nesterov), adaptive rules (RMSProp, Adam) and stochastic gradient descent.
 *
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * Dynamics momentum = Momentum.polyak(loss, StepSize.constant(0.1), 0.9);
 * assert momentum.stabilityThreshold(momentum.start(new double[] {0.5, 6})) == Momentum.limit(0.9, false) / 0.1; // 38
 * }</pre>
 */
@NullMarked
package org.eoslab.dynamics.optimizer;

import org.jspecify.annotations.NullMarked;
