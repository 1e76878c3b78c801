package org.eoslab.model.descent;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.run.Trajectory;

/**
 * A claim about gradient descent, asked of a run by another rule: it does not apply.
 *
 * @param about the claim
 */
record PlainClaim(Claim about) implements Claim {
    @Override
    public String id() {
        return about.id();
    }

    @Override
    public String statement() {
        return about.statement();
    }

    @Override
    public String source() {
        return about.source();
    }

    @Override
    public Finding check(Trajectory run) {
        return Finding.notApplicable(
                this, "it is about gradient descent with a constant step size, and this run is by another rule");
    }
}
