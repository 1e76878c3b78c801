/**
 * Probes: what is measured along a run, for any objective. The loss at every step; the sharpness with its residual and cost; and what costs more than the
 * sharpness: the Hessian's trace, its density, the batch sharpness, the constants of self-stabilisation. Read these every so many steps.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * Dynamics descent = new GradientDescent(loss, 0.125);
 * Probe every100 = SharpnessProbe.of(descent).every(100); // NaN in between
 * double[] row = Simulation.of(descent).with(every100).row(descent.start(new double[] {0, 2}));
 * assert row[2] == 4; // after step and time: S = y² at x = 0
 * }</pre>
 */
@NullMarked
package org.eoslab.run.probe;

import org.jspecify.annotations.NullMarked;
