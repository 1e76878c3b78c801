/**
 * A guard for training loops that are not this program's: the edge of stability watched from outside, for any
 * {@link org.eoslab.objective.Objective}. It changes nothing itself; it advises.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * StabilityGuard guard = new StabilityGuard(loss, new DirectEigenSolver(), 10, 2, StabilityGuard.Response.LOWER);
 * Advice advice = guard.before(new double[] {0, 6}, 0.125); // S = 36
 * assert advice.eta() == 0.9 * 2 / 36 && advice.message().contains("lowered");
 * }</pre>
 */
@NullMarked
package org.eoslab.guard;

import org.jspecify.annotations.NullMarked;
