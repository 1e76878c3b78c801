/**
 * The orbits on which runs end: their last values, their period, and where the period doubles. What a bifurcation diagram
 * is drawn from.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(1, w -> w[0].cosh().log());
 * Dynamics descent = new GradientDescent(loss, 2.5); // beyond 2/S = 2 at the minimum
 * Orbit orbit = Orbit.of(descent, descent.start(new double[] {1}), 1000, 8, 0);
 * assert orbit.period(1e-9) == 2 && Math.abs(Math.abs(orbit.values()[0]) - 0.888015) < 1e-6;
 * }</pre>
 */
@NullMarked
package org.eoslab.sweep.orbit;

import org.jspecify.annotations.NullMarked;
