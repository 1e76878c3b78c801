/**
 * The constrained trajectory of self-stabilisation (Damian, Nichani and Lee 2022): gradient descent projected onto the stable set
 * M = {S ≤ 2/η, ∇L·u = 0}, u the top eigenvector of the Hessian, and the dynamics predicted around it.
 *
 * <p>{@link org.eoslab.dynamics.projected.ProjectedGradientDescent} knows the definition of M alone and works for any objective
 * with third derivatives; {@link org.eoslab.model.minimalist.dynamics.MinimalistConstrained} is its closed form on the minimalist model.
 */
@NullMarked
package org.eoslab.dynamics.projected;

import org.jspecify.annotations.NullMarked;
