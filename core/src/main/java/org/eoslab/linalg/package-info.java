/**
 * Vectors, symmetric operators and their eigenvalues. Knows nothing of losses or training.
 *
 * <p>An operator is what it does to a vector; a solver is an algorithm that sees nothing else of it; a result carries its
 * residual and its cost.
 *
 * <pre>{@code
 * SymmetricOperator operator = SymmetricOperator.of(new double[][] {{2, 1}, {1, 2}});
 * EigenPairs top = Lanczos.seeded(0).largest(operator, 1, EigenPairs.NONE);
 * assert Math.abs(top.largest() - 3) <= top.residuals()[0] + 1e-12; // the residual bounds the error
 * }</pre>
 */
@NullMarked
package org.eoslab.linalg;

import org.jspecify.annotations.NullMarked;
