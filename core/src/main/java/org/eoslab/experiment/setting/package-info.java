/**
 * Settings that several models share, under the same names, each with what it is read to.
 *
 * <p>Example: a model adds {@code OptimizerSetting.settings()} to its own and gets its dynamics by
 * {@code OptimizerSetting.read(settings, objective, solver, eigenvalues)}.
 */
@NullMarked
package org.eoslab.experiment.setting;

import org.jspecify.annotations.NullMarked;
