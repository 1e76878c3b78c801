/**
 * The optimisers of deep learning besides gradient descent, each with the sharpness up to which it is stable: momentum
 * (Polyak, Nesterov), adaptive rules (RMSProp, Adam) and stochastic gradient descent.
 *
 * <p>Example: {@code Momentum.polyak(objective, StepSize.constant(0.1), 0.9)} is stable while S ≤ (2 + 2·0.9)/0.1 = 38.
 */
@NullMarked
package org.eoslab.dynamics.optimizer;

import org.jspecify.annotations.NullMarked;
