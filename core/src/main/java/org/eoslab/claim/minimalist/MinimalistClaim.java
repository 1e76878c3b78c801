package org.eoslab.claim.minimalist;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.trajectory.Trajectory;

/**
 * A claim about gradient descent on the minimalist model.
 *
 * @param dynamics the settings of the runs it judges
 * @param id its short name
 * @param statement what is claimed
 * @param source where it is from
 * @param premises what it presupposes, looked at in order
 * @param judge the check, of runs that meet the premises
 */
record MinimalistClaim(
        MinimalistDescent dynamics, String id, String statement, String source, List<Premise> premises, Judge judge)
        implements Claim {
    private static final String PAPER = "Liu, Zhang, Du & Zhao 2025, ";

    /** The check itself. */
    @FunctionalInterface
    interface Judge {
        /** The finding of {@code claim} on a run with at least one row. */
        Finding judge(Claim claim, MinimalistRun run);
    }

    /** A claim of the paper, {@code source} being the place in it. */
    static MinimalistClaim of(
            MinimalistDescent dynamics, String id, String source, String statement, Judge judge, Premise... premises) {
        return new MinimalistClaim(dynamics, id, statement, PAPER + source, List.of(premises), judge);
    }

    @Override
    public Finding check(Trajectory trajectory) {
        MinimalistRun run = new MinimalistRun(dynamics, trajectory);
        if (run.rows() == 0) {
            return Finding.notApplicable(this, "the run has no rows");
        }
        for (Premise premise : premises) {
            Optional<String> objection = premise.objection(run);
            if (objection.isPresent()) {
                return Finding.notApplicable(this, objection.get());
            }
        }
        return judge.judge(this, run);
    }
}
