/**
 * Sweeps on this machine: the sweep file, the folder that keeps the rows partition by partition, and the threads that make
 * them. What a row is, {@link org.eoslab.sweep} says.
 */
@NullMarked
package org.eoslab.job.sweep;

import org.jspecify.annotations.NullMarked;
