package org.eoslab.model.minimalist.claim;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Trajectory;

/**
 * A claim about gradient descent on the minimalist model.
 *
 * @param dynamics the settings of the runs it judges
 * @param id its short name
 * @param statement what is claimed
 * @param source where it is from
 * @param everyStep whether the rows must be the consecutive steps from 0 on
 * @param premises what it presupposes of the start, looked at in order
 * @param judge the check, of runs that meet the premises
 */
public record MinimalistClaim(
        MinimalistDescent dynamics,
        String id,
        String statement,
        String source,
        boolean everyStep,
        List<Premise> premises,
        Judge judge)
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
        return new MinimalistClaim(dynamics, id, statement, PAPER + source, false, List.of(premises), judge);
    }

    /** The same claim, which needs every step. */
    MinimalistClaim ofEveryStep() {
        return new MinimalistClaim(dynamics, id, statement, source, true, premises, judge);
    }

    /** Why the claim does not apply to a start; empty when it does. */
    public Optional<String> objection(ExactSettings start) {
        return premises.stream()
                .flatMap(premise -> premise.objection(start).stream())
                .findFirst();
    }

    @Override
    public Finding check(Trajectory trajectory) {
        MinimalistRun run = new MinimalistRun(dynamics, trajectory);
        if (run.rows() == 0) {
            return Finding.notApplicable(this, "the run has no rows");
        }
        Optional<String> objection = rows(run).or(() -> premises.isEmpty() ? Optional.empty() : ofStart(run));
        return objection.map(why -> Finding.notApplicable(this, why)).orElseGet(() -> judge.judge(this, run));
    }

    private Optional<String> rows(MinimalistRun run) {
        if (everyStep && !run.table().everyStep()) {
            return Optional.of("rows are thinned; it needs consecutive steps");
        }
        return everyStep && run.step(0) != 0
                ? Optional.of("rows begin at step " + run.step(0) + "; it needs them from step 0 on")
                : Optional.empty();
    }

    private Optional<String> ofStart(MinimalistRun run) {
        return run.step(0) != 0
                ? Optional.of("rows begin at step " + run.step(0) + "; it needs the start")
                : objection(run.exactStart());
    }
}
