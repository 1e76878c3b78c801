/**
 * Small dense problems, of up to hundreds of unknowns: the eigenvalues of a matrix, and what is made of them.
 *
 * <pre>{@code
 * SymmetricOperator operator = SymmetricOperator.of(new double[][] {{2, 1}, {1, 2}});
 * EigenPairs both = new DenseEigenSolver().largest(operator, 2, EigenPairs.NONE);
 * assert Math.abs(both.values()[0] - 3) < 1e-14 && Math.abs(both.values()[1] - 1) < 1e-14;
 * }</pre>
 */
@NullMarked
package org.eoslab.linalg.dense;

import org.jspecify.annotations.NullMarked;
