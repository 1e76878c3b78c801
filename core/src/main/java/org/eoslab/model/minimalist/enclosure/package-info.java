/**
 * The exact trajectory of gradient descent on the minimalist model from a decimal start, enclosed in intervals: every branch of
 * the clipping rule and every phase label is decided, never guessed. What the enclosures prove is in {@code model.minimalist.proof}.
 *
 * <pre>{@code
 * EnclosedDescent descent = new EnclosedDescent(settings, Interval.bits(100));
 * EnclosedStep step = descent.step(descent.start());
 * step.next();
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist.enclosure;

import org.jspecify.annotations.NullMarked;
