/**
 * Runs of models with one parameter, in a loop that keeps everything in registers. What it says of a run has the bits of the single
 * run through {@link org.eoslab.trajectory.Simulation}: the same operations in the same order.
 *
 * <p>Example: {@code DoubleWellKernel.run(new DoubleWell(1), 1.1, 0.9, 2000, Double.NaN).cycles()}.
 */
@NullMarked
package org.eoslab.sweep.kernel.scalar;

import org.jspecify.annotations.NullMarked;
