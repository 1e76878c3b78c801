/**
 * Races of rules on an experiment's loss. Example:
 *
 * <pre>{@code
 * RuleRace rules = RuleRace.of(experiment);
 * Table table = new Table(rules.race().names(), Recording.ALL, 1000);
 * rules.race().run(rules.begin(), 1000, List.of(table));
 * double[] apart = table.column(Race.distance("gd", "central-flow"));
 * }</pre>
 */
@NullMarked
package org.eoslab.experiment.race;

import org.jspecify.annotations.NullMarked;
