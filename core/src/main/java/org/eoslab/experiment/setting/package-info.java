/**
 * Settings that several models share, under the same names, each with what it is read to.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Experiment experiment = catalogue.experiment(catalogue.preset("canonical"));
 * double eta = experiment.settings().get(StepSizeSetting.ETA);
 * assert eta == 3.2;
 * }</pre>
 */
@NullMarked
package org.eoslab.experiment.setting;

import org.jspecify.annotations.NullMarked;
