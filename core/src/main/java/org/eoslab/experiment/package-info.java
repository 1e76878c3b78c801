/**
 * Experiments as records: models with their settings, presets, and runs. Every number that someone chose (a step size, a
 * width, a seed) is a preset here and nowhere else.
 *
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Experiment experiment = catalogue.experiment(catalogue.preset("canonical")).with(Map.of("eta", 3.1));
 * Run run = Run.of(experiment, Recording.ALL, List.of());
 * assert run.trajectory().timeline().firstCrossing() > 0;
 * assert catalogue.experiment(experiment.toMap()).settings().equals(experiment.settings()); // the record repeats it
 * }</pre>
 */
@NullMarked
package org.eoslab.experiment;

import org.jspecify.annotations.NullMarked;
