package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.Trajectory;
import org.eoslab.run.ending.Ending;

/**
 * A finished experiment.
 *
 * @param experiment what was run
 * @param trajectory what came of it
 * @param findings every claim checked
 * @param certificate the convergence certificate, if one was found
 * @param ending what the run ended in
 * @param met the step at which its condition {@link Experiment#until} was met and the run ended, empty when it was not
 */
public record Run(
        Experiment experiment,
        Trajectory trajectory,
        List<Finding> findings,
        Optional<Certificate> certificate,
        Ending ending,
        OptionalLong met) {
    /**
     * Runs an experiment and checks its claims.
     *
     * @param recording which steps to keep
     * @param observers told of every step, kept or not
     */
    public static Run of(Experiment experiment, Recording recording, List<Observer> observers) {
        return InProgress.begin(experiment, recording).finish(observers);
    }

    /** What is to be said of it that its numbers don't say themselves, a sentence each. */
    public List<String> remarks() {
        return experiment.model().remarks(experiment.settings(), trajectory);
    }

    /** Whether the run diverged and no claim says that it had to. */
    public boolean divergedUnexpectedly() {
        return trajectory.outcome() == Outcome.DIVERGED
                && findings.stream().noneMatch(f -> f.id().equals(Claim.DIVERGENCE) && f.verdict() == Verdict.HOLDS);
    }

    /**
     * A run on its way: where it has got to and what has been kept of it.
     *
     * @param experiment what is run
     * @param problem the experiment, built
     * @param state modified by {@link #finish}; it becomes the end of the run
     * @param recording which steps are kept
     * @param table the rows kept so far
     * @param timeline crossings and cycles so far
     */
    public record InProgress(
            Experiment experiment, Problem problem, State state, Recording recording, Table table, Timeline timeline) {
        /** A run at its start. */
        public static InProgress begin(Experiment experiment, Recording recording) {
            return begin(experiment, experiment.build().withProgress(), recording);
        }

        /** The same of a problem already built, perhaps with fewer probes or claims. */
        public static InProgress begin(Experiment experiment, Problem problem, Recording recording) {
            List<String> columns = problem.simulation().names();
            return new InProgress(
                    experiment,
                    problem,
                    problem.start().copy(),
                    recording,
                    Table.of(problem.simulation().columns(), recording, experiment.steps()),
                    new Timeline(problem.simulation().dynamics(), columns, problem.curvature(), problem.turn()));
        }

        /** The same, at another state; table and timeline are shared. */
        public InProgress at(State other) {
            return new InProgress(experiment, problem, other, recording, table, timeline);
        }

        /**
         * Runs to the end and checks the claims.
         *
         * @param observers told of every step from here on, kept or not
         */
        public Run finish(List<Observer> observers) {
            List<Observer> all = new ArrayList<>(List.of(table, timeline));
            all.addAll(observers);
            long[] met = {-1};
            all.add(new Observer() {
                @Override
                public boolean observe(State now, double[] row) {
                    return true;
                }

                @Override
                public void met(State now, double[] row) {
                    met[0] = now.step();
                }
            });
            Outcome outcome = problem.simulation().run(state, experiment.steps(), all);
            Trajectory trajectory = new Trajectory(table, timeline, outcome, state);
            return new Run(
                    experiment,
                    trajectory,
                    problem.claims().stream().map(c -> c.check(trajectory)).toList(),
                    problem.certifier().find(trajectory),
                    Ending.of(problem.simulation().dynamics(), outcome, problem.start(), state),
                    met[0] < 0 ? OptionalLong.empty() : OptionalLong.of(met[0]));
        }
    }
}
