package org.eoslab.sweep.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.objective.DoubleWell;
import org.eoslab.sweep.kernel.scalar.DoubleWellKernel;
import org.eoslab.sweep.kernel.scalar.DoubleWellKernel.Summary;
import org.eoslab.trajectory.Outcome;

/**
 * Runs experiments in the double well in their kernel; one that leaves the range in which every reading is a number is made
 * through the loop.
 *
 * @param targetLoss the loss whose first step is wanted, or NaN
 */
record DoubleWellEngine(double targetLoss) implements RunEngine {
    /** Whether this engine can make the runs of {@code problem}. */
    static boolean runs(Problem problem) {
        return problem.simulation().dynamics() instanceof GradientDescent descent
                && descent.objective() instanceof DoubleWell
                && descent.stepSize()
                        .equals(StepSize.constant(descent.stepSize().eta(problem.start())))
                && problem.curvature().equals("sharpness")
                && problem.turn().equals("sharpness");
    }

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        LoopEngine loop = new LoopEngine(targetLoss);
        return experiments.stream()
                .map(e -> kernel(e).orElseGet(() -> loop.run(List.of(e)).get(0)))
                .toList();
    }

    /** The run's result, empty when a reading on the way or at the end is not a finite number. */
    private Optional<RunResult> kernel(Experiment experiment) {
        Problem problem = experiment.model().build(experiment.settings());
        GradientDescent descent = (GradientDescent) problem.simulation().dynamics();
        DoubleWell well = (DoubleWell) descent.objective();
        double[] start = problem.start().parameters();
        double eta = descent.stepSize().eta(problem.start());
        Summary run = DoubleWellKernel.run(well, eta, start[0], experiment.steps(), targetLoss);
        State end = new State(new double[] {run.x()}, new double[0], run.steps(), run.time(), Curvature.NONE);
        double[] last = problem.simulation().row(end);
        if (!run.finite() || !Arrays.stream(last).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        List<String> columns = problem.simulation().columns();
        return Optional.of(new RunResult(
                run.steps() < experiment.steps() ? Outcome.DIVERGED : Outcome.COMPLETED,
                last,
                run.firstCrossing(),
                run.cycles(),
                run.largestSharpness(),
                last[columns.indexOf("sharpness")] / descent.stabilityThreshold(end),
                last[columns.indexOf("loss")] / well.value(start),
                run.stepsToLoss(),
                Optional.empty()));
    }
}
