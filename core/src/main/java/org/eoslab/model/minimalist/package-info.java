/**
 * The minimalist model of Liu, Zhang, Du and Zhao, whole: {@code dynamics} has the loss and the rule, {@code claim} the paper's statements,
 * {@code admissible} the starts they are about, {@code certificate} what settles all later steps, {@code enclosure} and {@code proof} rigorous
 * mode, {@code kernel} many runs at once, {@code figure} the data of its figures. Here is what the catalogue knows of it: the model with
 * its settings and presets.
 *
 * <pre>{@code
 * new MinimalistModel().build(settings).simulation();
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist;

import org.jspecify.annotations.NullMarked;
