/**
 * Runs and what is seen along them: the one loop ({@link org.eoslab.trajectory.Simulation}), probes that look at a state
 * without changing it, and observers that take note of every step. Nothing here changes a parameter or judges a number.
 */
@NullMarked
package org.eoslab.trajectory;

import org.jspecify.annotations.NullMarked;
