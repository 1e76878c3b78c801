package org.eoslab.claim;

import org.eoslab.run.Trajectory;

/**
 * A claim asked of a run that it is not about.
 *
 * @param about the claim
 * @param why it does not apply
 */
public record Inapplicable(Claim about, String why) implements Claim {
    /** A claim about gradient descent, asked of a run by another rule. */
    public static Claim byAnotherRule(Claim about) {
        return new Inapplicable(
                about, "it is about gradient descent with a constant step size, and this run is by another rule");
    }

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
        return Finding.notApplicable(this, why);
    }
}
