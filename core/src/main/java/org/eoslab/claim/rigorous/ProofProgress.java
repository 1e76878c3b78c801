package org.eoslab.claim.rigorous;

/** Told how far a rigorous check has come. */
@FunctionalInterface
public interface ProofProgress {
    /** For whoever does not want to know. */
    ProofProgress NONE = (step, last, digits) -> {};

    /**
     * A step was taken.
     *
     * @param step the step
     * @param last the step it is going to, larger while a certificate is looked for
     * @param digits the decimal digits in use; when they rise, the steps begin again
     */
    void at(long step, long last, int digits);
}
