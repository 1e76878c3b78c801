/**
 * What the models of a few parameters share: a rule of any kind with the parameters as columns, the loss and an exact sharpness.
 *
 * <pre>{@code
 * Descent.problem(settings, objective, start, extras, claims, "x", "y");
 * }</pre>
 */
@NullMarked
package org.eoslab.model.descent;

import org.jspecify.annotations.NullMarked;
