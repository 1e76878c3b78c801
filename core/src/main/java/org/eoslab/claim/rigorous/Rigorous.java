package org.eoslab.claim.rigorous;

/** A check of the claims about one experiment in interval arithmetic: its verdicts are proofs for the exact trajectory. */
@FunctionalInterface
public interface Rigorous {
    /** The most decimal digits that a proof is tried with. */
    int MAX_DIGITS = 3200;

    /**
     * Encloses the trajectory and decides every claim, with more digits where these are too few.
     *
     * @param steps steps of the trajectory, at least 0
     * @param digits decimal digits to begin with
     * @param progress told how far it is
     */
    RigorousReport check(long steps, int digits, ProofProgress progress);
}
