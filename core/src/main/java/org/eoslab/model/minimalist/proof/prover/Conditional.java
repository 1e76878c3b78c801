package org.eoslab.model.minimalist.proof.prover;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;

/**
 * A prover whose finding counts on a condition alone.
 *
 * @param prover follows the claim
 * @param met whether the steps seen meet the condition
 * @param unmet the finding when they do not
 */
record Conditional(Prover prover, BooleanSupplier met, Function<Claim, Finding> unmet) implements Prover {
    @Override
    public String id() {
        return prover.id();
    }

    @Override
    public void see(EnclosedStep step) {
        prover.see(step);
    }

    @Override
    public Slack slack() {
        return prover.slack();
    }

    @Override
    public Finding finding(Claim claim) {
        return met.getAsBoolean() ? prover.finding(claim) : unmet.apply(claim);
    }
}
