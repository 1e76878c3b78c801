/**
 * What decides one claim each from the enclosures of every step: a prover sees the steps and gathers the slack of its inequalities.
 * {@link org.eoslab.model.minimalist.proof.RigorousCheck} runs them.
 */
@NullMarked
package org.eoslab.model.minimalist.proof.prover;

import org.jspecify.annotations.NullMarked;
