/**
 * The constrained trajectory of self-stabilisation (Damian, Nichani and Lee 2022): gradient descent projected onto the stable set
 * M = {S ≤ 2/η, ∇L·u = 0}, u the top eigenvector of the Hessian, and the dynamics predicted around it.
 *
 * <p>{@link org.eoslab.dynamics.projected.ProjectedGradientDescent} knows the definition of M alone and works for any objective
 * with third derivatives.
 *
 * <pre>{@code
 * SmoothObjective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log());
 * SelfStabilisation constants =
 *         SelfStabilisation.at(loss, new DirectEigenSolver(), new double[] {0.5, 6}, EigenPairs.NONE);
 * assert constants.sharpness() > 0; // S, with its direction u, and from them progressive sharpening and self-stabilisation
 * }</pre>
 */
@NullMarked
package org.eoslab.dynamics.projected;

import org.jspecify.annotations.NullMarked;
