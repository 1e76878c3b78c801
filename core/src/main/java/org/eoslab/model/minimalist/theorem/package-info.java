/**
 * Theorems about all starts of an explicit set ("ours"; the proofs are in {@code docs/model.md}), decided from a start alone, before
 * the first step, in exact and interval arithmetic. Their names end in a star: {@code L4.2iii*} stands beside the check of Lemma 4.2
 * (iii) on the steps of a run.
 *
 * <pre>{@code
 * for (TheoremClaim theorem : TheoremClaims.of(dynamics)) {
 *     Finding finding = theorem.prove(settings);
 * }
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist.theorem;

import org.jspecify.annotations.NullMarked;
