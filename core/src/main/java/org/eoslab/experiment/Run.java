package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.trajectory.Observer;
import org.eoslab.trajectory.Outcome;
import org.eoslab.trajectory.Recording;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.Timeline;
import org.eoslab.trajectory.Trajectory;

/**
 * A finished experiment.
 *
 * @param experiment what was run
 * @param trajectory what came of it
 * @param findings every claim checked
 * @param certificate the convergence certificate, if one was found
 */
public record Run(
        Experiment experiment, Trajectory trajectory, List<Finding> findings, Optional<Certificate> certificate) {
    /**
     * Runs an experiment and checks its claims.
     *
     * @param recording which steps to keep
     * @param observers told of every step, kept or not
     * @throws InputException when the rows to keep would not fit in memory
     */
    public static Run of(Experiment experiment, Recording recording, List<Observer> observers) {
        Problem problem = experiment.model().build(experiment.settings());
        Table table = table(experiment, problem, recording);
        return of(experiment, problem, experiment.start(problem), table, timeline(problem), observers);
    }

    /** Whether the run diverged and no claim says that it had to. */
    public boolean divergedUnexpectedly() {
        return trajectory.outcome() == Outcome.DIVERGED
                && findings.stream().noneMatch(f -> f.id().equals(Claim.DIVERGENCE) && f.verdict() == Verdict.HOLDS);
    }

    /**
     * Runs on from a state of that problem, with the table and the timeline of the steps up to it.
     *
     * @param state modified; it becomes the end of the run
     */
    public static Run of(
            Experiment experiment,
            Problem problem,
            State state,
            Table table,
            Timeline timeline,
            List<Observer> observers) {
        List<Observer> all = new ArrayList<>(List.of(table, timeline));
        all.addAll(observers);
        Outcome outcome = problem.simulation().run(state, experiment.steps(), all);
        Trajectory trajectory = new Trajectory(table, timeline, outcome, state);
        return new Run(
                experiment,
                trajectory,
                problem.claims().stream().map(c -> c.check(trajectory)).toList(),
                problem.certifier().find(trajectory));
    }

    /**
     * An empty table for a run of that problem.
     *
     * @throws InputException when the rows to keep would not fit in memory
     */
    public static Table table(Experiment experiment, Problem problem, Recording recording) {
        List<String> columns = problem.simulation().columns();
        checkMemory(recording.rows(experiment.steps()), columns.size());
        return new Table(columns, recording, experiment.steps());
    }

    /** A fresh timeline for a run of that problem. */
    public static Timeline timeline(Problem problem) {
        return new Timeline(
                problem.simulation().dynamics(), problem.simulation().columns(), problem.curvature(), problem.turn());
    }

    private static void checkMemory(long rows, int columns) {
        // Growing by doubling holds the old and the new columns at once, hence 3; the claims copy a few columns more.
        double needed = 4.0 * rows * columns * Double.BYTES;
        double available = Runtime.getRuntime().maxMemory();
        if (needed > available || rows > 1 << 30) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "steps: recording %,d rows needs about %.1f GB and there are %.1f GB; use --record every:N with N at least %d",
                    rows,
                    needed / 1e9,
                    available / 1e9,
                    (long) Math.ceil(Math.max(needed / available, rows / (double) (1 << 30)))));
        }
    }
}
