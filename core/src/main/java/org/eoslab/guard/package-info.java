/**
 * A guard for training loops that are not this program's: the edge of stability watched from outside, for any
 * {@link org.eoslab.objective.Objective}. It changes nothing itself; it advises.
 */
@NullMarked
package org.eoslab.guard;

import org.jspecify.annotations.NullMarked;
