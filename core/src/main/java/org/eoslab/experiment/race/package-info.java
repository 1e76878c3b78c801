/**
 * Races of rules on an experiment's loss.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * RuleRace rules = RuleRace.of(catalogue.experiment(catalogue.preset("canonical")), List.of("gd", "gradient-flow"));
 * Table table = new Table(rules.race().names(), Recording.ALL, 200);
 * rules.race().run(rules.begin(), 200, List.of(table));
 * double[] apart = table.column(Race.distance("gd", "gradient-flow"));
 * assert apart[0] == 0 && apart[200] > apart[100]; // they part where gradient descent reaches the edge
 * }</pre>
 */
@NullMarked
package org.eoslab.experiment.race;

import org.jspecify.annotations.NullMarked;
