/**
 * What a page shows of experiments: the questions that it asks, each answered by a tree of maps, lists and numbers, the same from a server and
 * from the page itself. Columns and paths are thinned to the pixels that show them, in constant memory while a run goes on.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Map<String, Object> record = catalogue.experiment(catalogue.preset("canonical")).toMap();
 * Map<?, ?> run = (Map<?, ?>)
 *         new Questions(catalogue).ask("play", Map.of("experiment", record, "pixels", 800)).apply(new Cancellation());
 * assert run.get("firstCrossing").equals(121L);
 * }</pre>
 */
@NullMarked
package org.eoslab.view;

import org.jspecify.annotations.NullMarked;
