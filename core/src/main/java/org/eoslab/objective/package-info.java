/**
 * Losses: their values, gradients and Hessians. Closed forms are in {@code model}, networks in {@code torch}. What changes the parameters lives in {@code dynamics}.
 *
 * <p>A new model is one small file that implements {@link org.eoslab.objective.Objective}, and one line in the list of the
 * contract test.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log()); // log cosh(xy)
 * double[] gradient = new double[2];
 * double value = loss.gradient(new double[] {0.5, 6}, gradient);
 * double[] product = new double[2];
 * loss.hessian(new double[] {0.5, 6}).apply(new double[] {1, 0}, product); // the Hessian's first column
 * assert value == loss.value(new double[] {0.5, 6});
 * }</pre>
 */
@NullMarked
package org.eoslab.objective;

import org.jspecify.annotations.NullMarked;
