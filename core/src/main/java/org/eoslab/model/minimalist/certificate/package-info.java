/**
 * Finite checks that settle a statement about all later steps. The check of the minimalist model's convergence is
 * {@link org.eoslab.model.minimalist.certificate.ConvergenceCertifier}; claims about the steps taken are in {@code model.minimalist.claim}.
 */
@NullMarked
package org.eoslab.model.minimalist.certificate;

import org.jspecify.annotations.NullMarked;
