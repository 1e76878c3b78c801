/**
 * Several dynamics from one start on one clock, with the distances between them. Example:
 *
 * <pre>{@code
 * Race race = new Race(List.of(
 *         new Race.Entrant("descent", new GradientDescent(objective, eta), List.of()),
 *         new Race.Entrant("flow", new GradientFlow(objective, eta), List.of())));
 * Table table = new Table(race.names(), Recording.ALL, 1000);
 * race.run(race.start(start), 1000, List.of(table));
 * double[] apart = table.column(Race.distance("descent", "flow"));
 * }</pre>
 */
@NullMarked
package org.eoslab.run.race;

import org.jspecify.annotations.NullMarked;
