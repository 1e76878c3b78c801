/**
 * What decides one claim each from the enclosures of every step: a prover sees the steps and gathers the slack of its inequalities.
 * {@link org.eoslab.claim.rigorous.RigorousCheck} runs them.
 */
@NullMarked
package org.eoslab.claim.rigorous.prover;

import org.jspecify.annotations.NullMarked;
