/**
 * Proofs of claims: what a model's rigorous mode owes ({@link org.eoslab.claim.rigorous.Rigorous}), its report and its progress. How a model
 * does it is the model's affair.
 *
 * <pre>{@code
 * model.rigorous(settings).orElseThrow().check(6000, 100, Progress.NONE).findings();
 * }</pre>
 */
@NullMarked
package org.eoslab.claim.rigorous;

import org.jspecify.annotations.NullMarked;
