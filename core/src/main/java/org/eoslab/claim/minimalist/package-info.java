/**
 * The paper's claims about gradient descent on the minimalist model, one file a lemma or theorem, each checked on a recorded
 * run. A claim is a {@link org.eoslab.claim.minimalist.MinimalistClaim}: a statement, what it presupposes, and a judge; what it
 * reads is a {@link org.eoslab.claim.minimalist.MinimalistRun}.
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
package org.eoslab.claim.minimalist;

import org.jspecify.annotations.NullMarked;
