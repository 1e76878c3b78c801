/**
 * Sweeps: those small enough to wait for, made while the user looks, and those that {@code eos sweep} has left in the store. Of
 * either a run can be opened in Play.
 */
@NullMarked
package org.eoslab.web.sweep;

import org.jspecify.annotations.NullMarked;
