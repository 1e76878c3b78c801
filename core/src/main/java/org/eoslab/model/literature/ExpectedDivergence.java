package org.eoslab.model.literature;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Outcome;
import org.eoslab.run.Trajectory;

/**
 * The claim that a run diverges: where it holds, diverging was expected.
 *
 * @param source paper
 * @param statement what is claimed
 * @param applies whether the settings are those that it is about
 */
record ExpectedDivergence(String source, String statement, boolean applies) implements Claim {
    @Override
    public String id() {
        return DIVERGENCE;
    }

    @Override
    public Finding check(Trajectory run) {
        if (!applies) {
            return Finding.notApplicable(this, "the step size is not beyond the bound");
        }
        long end = run.end().step();
        return run.outcome() == Outcome.DIVERGED
                ? Finding.of(this, Verdict.HOLDS, 0, end, RunClaim.format("no number at step %d", end), "")
                : Finding.notReached(this, "it has not diverged by step " + end);
    }
}
