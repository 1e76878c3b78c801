/**
 * The border between two outcomes, traced without filling the grid. {@link org.eoslab.sweep.border.BorderSearch} asks for
 * labels at points of the unit square and knows nothing of what they mean;
 * {@link org.eoslab.sweep.border.SweepBorder} gives it the runs of a sweep with two axes.
 *
 * <pre>{@code
 * BorderSearch search = new BorderSearch(4, 16, 1e-6); // a circle of radius ½ about the corner
 * List<BorderPoint> points = search.trace(
 *         places -> places.stream().map(p -> Math.hypot(p[0], p[1]) < 0.5 ? "in" : "out").toList());
 * for (BorderPoint point : points) {
 *     assert Math.abs(Math.hypot(point.u(), point.v()) - 0.5) < 1e-5;
 * }
 * }</pre>
 */
@NullMarked
package org.eoslab.sweep.border;

import org.jspecify.annotations.NullMarked;
