package org.eoslab.claim.small;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.trajectory.Outcome;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.Trajectory;

/**
 * A claim about a run that has not diverged.
 *
 * @param id short name
 * @param source paper
 * @param statement what is claimed
 * @param judge how it is checked
 */
record Statement(String id, String source, String statement, Judge judge) implements Claim {
    /** A run counts as converged to a minimum when its loss, of scale 1 at the start, is at most this. */
    static final double CONVERGED_LOSS = 1e-6;

    /** The check itself. */
    @FunctionalInterface
    interface Judge {
        /** Judges a run that has not diverged. */
        Finding judge(Claim claim, Trajectory run);
    }

    @Override
    public Finding check(Trajectory run) {
        if (run.outcome() == Outcome.DIVERGED) {
            return Finding.notApplicable(
                    this, "the run diverged at step " + run.end().step());
        }
        Table table = run.table();
        if (table.rows() == 0
                || table.get("step", 0) != 0
                || table.get("step", table.rows() - 1) != run.end().step()) {
            return Finding.notApplicable(this, "needs the first and the last step recorded");
        }
        return judge.judge(this, run);
    }

    /** The column's value at the start. */
    static double first(Trajectory run, String column) {
        return run.table().get(column, 0);
    }

    /** The column's value at the end. */
    static double last(Trajectory run, String column) {
        return run.table().get(column, run.table().rows() - 1);
    }
}
