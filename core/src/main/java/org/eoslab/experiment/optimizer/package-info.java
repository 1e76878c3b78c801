/**
 * The rules that change a model's parameters as the setting {@code optimizer}: a file a rule with its own settings and how it is built, and
 * one list of them all. The mathematics is in {@code dynamics}.
 *
 * <p>Example: {@code Dynamics dynamics = OptimizerSetting.read(settings, objective, solver, 1);}
 */
@NullMarked
package org.eoslab.experiment.optimizer;

import org.jspecify.annotations.NullMarked;
