/**
 * The rules that change a model's parameters as the setting {@code optimizer}: a file a rule with its own settings and how it is built, and
 * one list of them all. The mathematics is in {@code dynamics}.
 *
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Experiment adam = catalogue.experiment(catalogue.preset("canonical"))
 *         .with(Map.of("optimizer", "adam", "eta", 0.01, "steps", 10));
 * assert adam.build().simulation().dynamics() instanceof Adaptive;
 * }</pre>
 */
@NullMarked
package org.eoslab.experiment.optimizer;

import org.jspecify.annotations.NullMarked;
