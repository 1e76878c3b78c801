/**
 * What the models of a few parameters share: plain gradient descent with the parameters as columns, the loss and an exact sharpness.
 *
 * <pre>{@code
 * Descent.problem(objective, eta, start, extras, claims, "x", "y");
 * }</pre>
 */
@NullMarked
package org.eoslab.model.descent;

import org.jspecify.annotations.NullMarked;
