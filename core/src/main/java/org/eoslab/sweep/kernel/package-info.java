/**
 * Runs of models of a few parameters, in a loop that makes no rows and few exact readings. What it says of a run has the bits of the
 * single run through {@link org.eoslab.run.Simulation}.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * GradientDescent descent = new GradientDescent(loss, 0.125);
 * Walk walk = new DescentWalk(descent, descent.start(new double[] {0.5, 6}));
 * SmallKernel.Summary run = SmallKernel.run(walk, 3000, Double.NaN).orElseThrow();
 * assert run.firstCrossing() == -1 && run.end().step() == 3000;
 * }</pre>
 */
@NullMarked
package org.eoslab.sweep.kernel;

import org.jspecify.annotations.NullMarked;
