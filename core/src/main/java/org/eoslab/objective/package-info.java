/**
 * Losses: their values, gradients and Hessians. Closed forms are in {@code model}, networks in {@code torch}. What changes the parameters lives in {@code dynamics}.
 *
 * <p>A new model is one small file that implements {@link org.eoslab.objective.Objective}, and one line in the list of the
 * contract test.
 */
@NullMarked
package org.eoslab.objective;

import org.jspecify.annotations.NullMarked;
