/**
 * The border between two outcomes, traced without filling the grid. {@link org.eoslab.sweep.border.BorderSearch} asks for
 * labels at points of the unit square and knows nothing of what they mean;
 * {@link org.eoslab.sweep.border.SweepBorder} gives it the runs of a sweep with two axes.
 */
@NullMarked
package org.eoslab.sweep.border;

import org.jspecify.annotations.NullMarked;
