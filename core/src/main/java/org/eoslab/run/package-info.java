/**
 * Runs and what is seen along them: the one loop ({@link org.eoslab.run.Simulation}), probes that look at a state
 * without changing it, and observers that take note of every step. Nothing here changes a parameter or judges a number.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * Dynamics descent = new GradientDescent(loss, 0.125);
 * Trajectory run = Simulation.of(descent)
 *         .with(new LossProbe(loss))
 *         .with(SharpnessProbe.of(descent))
 *         .run(new double[] {0.5, 6}, 20_000);
 * double last = 0.125 * run.table().column("sharpness")[20_000];
 * assert Math.abs(last - 1.976447511) < 1e-9;
 * }</pre>
 */
@NullMarked
package org.eoslab.run;

import org.jspecify.annotations.NullMarked;
