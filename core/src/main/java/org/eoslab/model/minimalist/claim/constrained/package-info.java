/**
 * The paper's claims about the constrained trajectory of the minimalist model (section 5): projected gradient descent on the stable
 * set that starts where a run does, and how close gradient descent stays to it.
 *
 * <p>These claims simulate trajectories of their own beside the recorded run; {@link
 * org.eoslab.model.minimalist.claim.constrained.ConstrainedClaims} lists them.
 */
@NullMarked
package org.eoslab.model.minimalist.claim.constrained;

import org.jspecify.annotations.NullMarked;
