/**
 * The minimalist loss ½λ₁α²β₁² + ½λ₂(αβ₂ − 1)², gradient descent on it with the clipping rules and a β₁ that cannot underflow, its
 * constrained trajectory in closed form, and the columns of its runs.
 *
 * <pre>{@code
 * new MinimalistDescent(new Minimalist(1, 0.001), 3.2, new ClippingRule.None()).start(new double[] {0.7, 0.005, 0.2});
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist.dynamics;

import org.jspecify.annotations.NullMarked;
