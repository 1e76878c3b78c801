package org.eoslab.experiment;

import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Timeline;

/**
 * Runs any experiment through the one loop, keeping no more than a row of it.
 *
 * @param targetLoss the loss whose first step is wanted, or NaN
 */
public record LoopRunner(double targetLoss) implements BatchRunner {
    /** Runs of which that is wanted. */
    public LoopRunner(Wanted wanted) {
        this(wanted.targetLoss());
    }

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        return experiments.stream().map(this::run).toList();
    }

    /** Makes one run. */
    public RunResult run(Experiment experiment) {
        Problem problem = experiment.build();
        return run(problem, problem.start().copy(), experiment.steps());
    }

    /** Makes a run of a problem from {@code state}, which ends where the run does. */
    public RunResult run(Problem problem, State state, long steps) {
        List<String> columns = problem.simulation().names();
        Timeline timeline = new Timeline(problem.simulation().dynamics(), columns, problem.curvature(), problem.turn());
        Extremes extremes = new Extremes(columns, problem.curvature(), targetLoss);
        Outcome outcome = problem.simulation().run(state, steps, List.of(timeline, extremes));
        return new RunResult(
                outcome,
                columns,
                extremes.last,
                timeline.firstCrossing(),
                timeline.cycles().size(),
                extremes.largest,
                extremes.curvature / timeline.threshold(),
                extremes.last[extremes.lossColumn] / extremes.firstLoss,
                extremes.stepsToLoss,
                Optional.empty());
    }

    /** The last readings, the largest curvature and the first step at the target. */
    private static final class Extremes implements Observer {
        private final int curvatureColumn;
        private final int lossColumn;
        private final double target;
        private final double[] last;
        private double firstLoss = Double.NaN;
        private double curvature = Double.NaN;
        private double largest = Double.NEGATIVE_INFINITY;
        private long stepsToLoss = -1;

        Extremes(List<String> columns, String curvature, double target) {
            this.curvatureColumn = columns.indexOf(curvature);
            this.lossColumn = columns.indexOf("loss");
            this.target = target;
            this.last = new double[columns.size()];
        }

        @Override
        public boolean observe(State state, double[] row) {
            for (int c = 0; c < row.length; c++) {
                // A column that is read only now and then keeps its last reading.
                if (!Double.isNaN(row[c]) || state.step() == 0) {
                    last[c] = row[c];
                }
            }
            if (state.step() == 0) {
                firstLoss = row[lossColumn];
            }
            if (stepsToLoss < 0 && row[lossColumn] <= target) {
                stepsToLoss = state.step();
            }
            curvature = last[curvatureColumn];
            largest = Math.max(largest, curvature);
            return true;
        }
    }
}
