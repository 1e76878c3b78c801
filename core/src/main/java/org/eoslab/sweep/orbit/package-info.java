/**
 * The orbits on which runs end: their last values, their period, and where the period doubles. What a bifurcation diagram
 * is drawn from.
 */
@NullMarked
package org.eoslab.sweep.orbit;

import org.jspecify.annotations.NullMarked;
