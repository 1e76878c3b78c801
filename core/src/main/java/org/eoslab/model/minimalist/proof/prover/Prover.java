package org.eoslab.model.minimalist.proof.prover;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;

/** Follows one claim along the enclosures of a run. */
public interface Prover {
    /** The claim's short name. */
    String id();

    /** Looks at the next step. */
    void see(EnclosedStep step);

    /** The smallest slack and the verdicts so far. */
    Slack slack();

    /** The finding after the last step seen. */
    Finding finding(Claim claim);
}
