/**
 * Runs and what is seen along them: the one loop ({@link org.eoslab.run.Simulation}), probes that look at a state
 * without changing it, and observers that take note of every step. Nothing here changes a parameter or judges a number.
 */
@NullMarked
package org.eoslab.run;

import org.jspecify.annotations.NullMarked;
