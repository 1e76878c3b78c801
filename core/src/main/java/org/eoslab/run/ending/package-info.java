/**
 * What a run ended in: a minimum, a saddle, an orbit, growth; found by going on from a copy of its last state and by the Hessian at the
 * critical point nearby.
 *
 * <p>Example: {@code Ending.of(dynamics, outcome, start, end).kind()}.
 */
@NullMarked
package org.eoslab.run.ending;

import org.jspecify.annotations.NullMarked;
