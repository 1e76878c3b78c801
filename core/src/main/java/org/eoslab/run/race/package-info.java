/**
 * Several dynamics from one start on one clock, with the distances between them.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * Race race = new Race(List.of(
 *         new Race.Entrant("descent", new GradientDescent(loss, 0.01), List.of()),
 *         new Race.Entrant("flow", new GradientFlow(loss, 0.01), List.of())));
 * Table table = new Table(race.names(), Recording.ALL, 100);
 * race.run(race.start(new double[] {0.5, 2}), 100, List.of(table));
 * double[] apart = table.column(Race.distance("descent", "flow"));
 * assert apart[0] == 0 && apart[10] > 0;
 * }</pre>
 */
@NullMarked
package org.eoslab.run.race;

import org.jspecify.annotations.NullMarked;
