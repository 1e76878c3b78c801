/**
 * What changes parameters: optimisers and flows, all peers behind {@link org.eoslab.dynamics.Dynamics} on one clock,
 * time = Σ η. What only looks at them is a probe in {@code run}.
 *
 * <p>A rule is an immutable record of its settings; what evolves is the {@link org.eoslab.dynamics.State}.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * Dynamics descent = new GradientDescent(loss, 0.125);
 * State state = descent.start(new double[] {0.5, 6});
 * descent.step(state);
 * assert state.step() == 1 && state.time() == 0.125 && descent.stabilityThreshold(state) == 16;
 * }</pre>
 */
@NullMarked
package org.eoslab.dynamics;

import org.jspecify.annotations.NullMarked;
