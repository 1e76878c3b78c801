/**
 * Sweeps: one experiment at many settings, one row a run. A {@link org.eoslab.sweep.Sweep} is a value that a file describes;
 * row {@code i} depends on it and {@code i} alone, so that the rows are the same whatever the number of threads, the order
 * or the engine. Nothing here starts a thread or writes a file.
 *
 *
 * <pre>{@code
 * Sweep sweep = Sweep.read(
 *         Map.of("preset", "canonical", "sweep", Map.of("axes", Map.of("eta", Map.of("from", 1, "to", 4, "points", 100)))),
 *         Catalogue.load());
 * RowBlock rows = sweep.rows(0, 100); // one a run, each a function of the sweep and its index alone
 * assert rows.columns().size() == sweep.columns().size();
 * }</pre>
 */
@NullMarked
package org.eoslab.sweep;

import org.jspecify.annotations.NullMarked;
