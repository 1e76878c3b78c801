/**
 * The paper's claims about gradient descent on the minimalist model, one file a lemma or theorem, each checked on a recorded
 * run. A claim is a {@link org.eoslab.model.minimalist.claim.MinimalistClaim}: a statement, what it presupposes, and a judge; what it
 * reads is a {@link org.eoslab.model.minimalist.claim.MinimalistRun}.
 *
 * <pre>{@code
 * for (Claim claim : MinimalistClaims.of(dynamics)) {
 *     Finding finding = claim.check(run);
 * }
 * }</pre>
 *
 * <p>These are observations of a run in doubles. Where rounding alone could violate an inequality, the file says what the
 * rounding is and allows exactly that.
 */
@NullMarked
package org.eoslab.model.minimalist.claim;

import org.jspecify.annotations.NullMarked;
