package org.eoslab.model.linearnd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.RunResult;
import org.eoslab.run.Column;
import org.eoslab.run.Outcome;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;

/**
 * Runs experiments of the minimalist model in any dimension through the loop, with rows that have no more than the events need: λ₁α²,
 * α and the loss. The eigenvalues of a whole row, which take forty times as long as a step, are found at the last step alone; a
 * run that diverges, whose last row is one step back, is made with whole rows.
 *
 * @param targetLoss the loss whose first step is wanted, or NaN
 */
record LinearNdRunner(double targetLoss) implements BatchRunner {
    /** How many steps are worth a partition, for one through the loop. */
    private static final double GAIN = 10;

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        LoopRunner loop = new LoopRunner(targetLoss);
        return experiments.stream()
                .map(e -> lean(loop, e).orElseGet(() -> loop.run(e)))
                .toList();
    }

    @Override
    public double partitionSteps(int parameters) {
        return GAIN * BatchRunner.super.partitionSteps(parameters);
    }

    /** The run's result, empty when it is by another rule, has a condition to run to, diverges or its last row is not all numbers. */
    private static Optional<RunResult> lean(LoopRunner loop, Experiment experiment) {
        Problem problem = experiment.build();
        if (!(problem.simulation().dynamics() instanceof LinearNdDescent descent)
                || experiment.until().isPresent()) {
            return Optional.empty();
        }
        Simulation lean = new Simulation(descent, List.of(new Events(descent, problem.curvature(), problem.turn())));
        State state = problem.start().copy();
        RunResult events = loop.run(
                new Problem(lean, state, problem.curvature(), problem.turn(), problem.claims(), problem.certifier()),
                state,
                experiment.steps());
        if (events.outcome() != Outcome.COMPLETED) {
            return Optional.empty();
        }
        double[] last = problem.simulation().row(state);
        return Arrays.stream(last).allMatch(Double::isFinite)
                ? Optional.of(events.withRow(problem.simulation().names(), last))
                : Optional.empty();
    }

    /** λ₁α², α and the loss. */
    private record Events(LinearNdDescent descent, String curvature, String turn) implements Probe {
        @Override
        public List<Column> columns() {
            return Stream.of(curvature, turn, "loss").map(Column::named).toList();
        }

        @Override
        public void measure(State state, double[] row, int offset) {
            row[offset] = descent.curvatureBeta1(state);
            row[offset + 1] = state.parameters()[0];
            row[offset + 2] = state.loss(descent.model());
        }
    }
}
