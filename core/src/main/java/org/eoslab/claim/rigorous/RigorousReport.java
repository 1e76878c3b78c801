package org.eoslab.claim.rigorous;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;

/**
 * What a rigorous check found.
 *
 * @param findings every claim
 * @param certificate the convergence certificate, verified in intervals, if one was found
 * @param digits the decimal digits that decided it
 * @param steps the steps it went; more than asked for where the certificate came later
 */
public record RigorousReport(List<Finding> findings, Optional<Certificate> certificate, int digits, long steps) {}
