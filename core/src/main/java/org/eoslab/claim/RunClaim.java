package org.eoslab.claim;

import org.eoslab.run.Outcome;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.text.Format;

/**
 * A claim about a run that has not diverged.
 *
 * @param id short name
 * @param source paper
 * @param statement what is claimed
 * @param judge how it is checked
 */
public record RunClaim(String id, String source, String statement, Judge judge) implements Claim {
    /** A run counts as converged to a minimum when its loss, of scale 1 at the start, is at most this. */
    public static final double CONVERGED_LOSS = 1e-6;

    /** A gradient of this norm has nothing left to move. */
    private static final double SETTLED = 1e-7;

    /** The check itself. */
    @FunctionalInterface
    public interface Judge {
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
    public static double first(Trajectory run, String column) {
        return run.table().get(column, 0);
    }

    /** The column's value at the end. */
    public static double last(Trajectory run, String column) {
        return run.table().get(column, run.table().rows() - 1);
    }

    /** Whether the gradient at the end is so small that the run has come to a point where it stays; the column {@code gradientNorm} says. */
    public static boolean settled(Trajectory run) {
        return last(run, "gradientNorm") <= SETTLED;
    }

    /** A text with numbers in it, the same in every locale. */
    public static String format(String text, Object... values) {
        return Format.text(text, values);
    }
}
