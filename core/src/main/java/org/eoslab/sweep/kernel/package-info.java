/**
 * Runs of models of a few parameters, in a loop that makes no rows and few exact readings. What it says of a run has the bits of the
 * single run through {@link org.eoslab.run.Simulation}.
 *
 * <p>Example: {@code SmallKernel.run(new DescentWalk(new GradientDescent(objective, 0.2), start), 3000, Double.NaN)}.
 */
@NullMarked
package org.eoslab.sweep.kernel;

import org.jspecify.annotations.NullMarked;
