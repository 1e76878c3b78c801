package org.eoslab.sweep.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.sweep.kernel.small.SmallKernel;
import org.eoslab.sweep.kernel.small.SmallKernel.Summary;
import org.eoslab.trajectory.Outcome;
import org.eoslab.trajectory.SharpnessProbe;

/**
 * Runs experiments of gradient descent on a loss of few parameters in their kernel; one that leaves the range in which every reading
 * is a number is made through the loop.
 *
 * @param targetLoss the loss whose first step is wanted, or NaN
 */
record SmallEngine(double targetLoss) implements RunEngine {
    private static final double PARTITION_STEPS = 2e6;

    /** Whether this engine can make the runs of {@code problem}. */
    static boolean runs(Problem problem) {
        return problem.simulation().dynamics() instanceof GradientDescent
                && problem.curvature().equals("sharpness")
                && problem.turn().equals("sharpness")
                && problem.simulation().probes().stream()
                                .filter(SharpnessProbe.class::isInstance)
                                .filter(p -> isExact((SharpnessProbe) p))
                                .count()
                        == 1;
    }

    /** Whether a reading is a function of the parameters alone. */
    private static boolean isExact(SharpnessProbe probe) {
        return probe.solver() instanceof DirectEigenSolver
                && probe.dynamics() == null
                && probe.eigenvalues() == 1
                && probe.audit() == 0;
    }

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        LoopEngine loop = new LoopEngine(targetLoss);
        return experiments.stream()
                .map(e -> kernel(e).orElseGet(() -> loop.run(e)))
                .toList();
    }

    @Override
    public double partitionSteps(int parameters) {
        return PARTITION_STEPS;
    }

    /** The run's result, empty when a reading on the way or at the end is not a finite number. */
    private Optional<RunResult> kernel(Experiment experiment) {
        Problem problem = experiment.model().build(experiment.settings());
        GradientDescent descent = (GradientDescent) problem.simulation().dynamics();
        return SmallKernel.run(descent, problem.start(), experiment.steps(), targetLoss)
                .flatMap(run -> result(problem, descent, experiment.steps(), run));
    }

    private static Optional<RunResult> result(Problem problem, GradientDescent descent, long steps, Summary run) {
        double[] last = problem.simulation().row(run.end());
        if (!Arrays.stream(last).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        List<String> columns = problem.simulation().columns();
        return Optional.of(new RunResult(
                run.end().step() < steps ? Outcome.DIVERGED : Outcome.COMPLETED,
                columns,
                last,
                run.firstCrossing(),
                run.cycles(),
                run.largestSharpness(),
                last[columns.indexOf("sharpness")] / descent.stabilityThreshold(run.end()),
                last[columns.indexOf("loss")] / problem.start().copy().loss(descent.objective()),
                run.stepsToLoss(),
                Optional.empty()));
    }
}
