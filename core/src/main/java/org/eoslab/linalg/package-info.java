/**
 * Vectors, symmetric operators and their eigenvalues. Knows nothing of losses or training.
 *
 * <p>An operator is what it does to a vector; a solver is an algorithm that sees nothing else of it; a result carries its
 * residual and its cost. Example: {@code Lanczos.seeded(0).largest(operator, 1, EigenPairs.NONE).largest()}.
 */
@NullMarked
package org.eoslab.linalg;

import org.jspecify.annotations.NullMarked;
