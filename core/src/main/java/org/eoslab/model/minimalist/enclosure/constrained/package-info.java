/**
 * The constrained trajectory of Lemma 5.4 enclosed in intervals, beside that of gradient descent.
 *
 * <pre>{@code
 * EnclosedConstrained trajectory = new EnclosedConstrained(descent);
 * trajectory.step(trajectory.start()).next();
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist.enclosure.constrained;

import org.jspecify.annotations.NullMarked;
