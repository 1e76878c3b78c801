/**
 * What a run ended in: a minimum, a saddle, an orbit, growth; found by going on from a copy of its last state and by the Hessian at the
 * critical point nearby.
 *
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(1, w -> w[0].multiply(w[0]).multiply(0.5));
 * Dynamics descent = new GradientDescent(loss, 2); // from 3 to -3 and back
 * State start = descent.start(new double[] {3});
 * State end = start.copy();
 * Outcome outcome = Simulation.advance(descent, end, 100);
 * assert Ending.of(descent, outcome, start, end).kind() == Ending.Kind.ORBIT;
 * }</pre>
 */
@NullMarked
package org.eoslab.run.ending;

import org.jspecify.annotations.NullMarked;
