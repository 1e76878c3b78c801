/**
 * Finite checks that settle a statement about all later steps. The check of the minimalist model's convergence is
 * {@link org.eoslab.claim.certificate.ConvergenceCertifier}; claims about the steps taken are in {@code claim.minimalist}.
 */
@NullMarked
package org.eoslab.claim.certificate;

import org.jspecify.annotations.NullMarked;
