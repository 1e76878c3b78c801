/**
 * How the runs of a sweep are made: by the batched kernel where the model has one, by the kernel of the small models, else
 * one by one through the loop. What is kept
 * of a run is a {@link org.eoslab.sweep.engine.RunResult}, with the same bits from either.
 *
 * <p>Example: {@code RunEngine.of(problem, List.of("loss"), Double.NaN, false).run(experiments)}.
 */
@NullMarked
package org.eoslab.sweep.engine;

import org.jspecify.annotations.NullMarked;
