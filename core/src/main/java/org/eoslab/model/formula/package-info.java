/**
 * {@code model: formula}: a loss from its formula, with everything that follows from it.
 *
 * <pre>{@code
 * Experiment experiment = Catalogue.load()
 *         .experiment(Map.of(
 *                 "model", "formula",
 *                 "loss", "log(cosh(x*y))",
 *                 "start", Map.of("x", 0.5, "y", 6),
 *                 "eta", 0.125,
 *                 "steps", 20000));
 * }</pre>
 */
@NullMarked
package org.eoslab.model.formula;

import org.jspecify.annotations.NullMarked;
