/**
 * Experiments as records: models with their settings, presets, and runs. Every number that someone chose (a step size, a
 * width, a seed) is a preset here and nowhere else.
 *
 * <p>Example: {@code Catalogue c = Catalogue.load(); Run.of(c.experiment(c.preset("canonical")), Recording.ALL, List.of())}.
 */
@NullMarked
package org.eoslab.experiment;

import org.jspecify.annotations.NullMarked;
