package org.eoslab.model.scalar;

import static org.eoslab.claim.RunClaim.format;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Outcome;
import org.eoslab.run.Trajectory;

/**
 * For ημ &gt; 2 gradient descent on the double well leaves |x| ≤ √((2 + ημ)/η) from almost every start, and then |x| grows for
 * ever. The margin is ημ − 2.
 *
 * @param mu μ
 * @param eta η
 */
record DoubleWellDivergence(double mu, double eta) implements Claim {
    @Override
    public String id() {
        return DIVERGENCE;
    }

    @Override
    public String statement() {
        return "for ημ > 2 gradient descent diverges from almost every start";
    }

    @Override
    public String source() {
        return "Chen & Bruna 2023";
    }

    @Override
    public Finding check(Trajectory run) {
        if (!(eta * mu > 2)) {
            return Finding.notApplicable(this, format("ημ = %.4f", eta * mu));
        }
        if (run.outcome() != Outcome.DIVERGED) {
            return Finding.notReached(
                    this,
                    format(
                            "|x| = %.4g at step %d",
                            Math.abs(run.end().parameters()[0]), run.end().step()));
        }
        long step = run.end().step();
        return Finding.of(this, Verdict.HOLDS, eta * mu - 2, step, "not finite at step " + step, "");
    }
}
