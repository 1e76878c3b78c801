/**
 * The border between two outcomes of a sweep with two axes, traced instead of filling its grid: asked for by the {@code border}
 * section of a sweep file.
 *
 * <p>Example: {@code BorderSettings.of(file).map(border -> BorderSweep.trace(border, file.sweep(), 2))}.
 */
@NullMarked
package org.eoslab.job.sweep.border;

import org.jspecify.annotations.NullMarked;
