package org.eoslab.sweep.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.RunResult;
import org.eoslab.experiment.Wanted;
import org.eoslab.objective.Decayed;
import org.eoslab.run.Outcome;
import org.eoslab.sweep.kernel.SmallKernel.Summary;

/**
 * Runs of gradient descent with a constant step size on a loss of few parameters with exact readings of its sharpness, in their kernel. A run by another rule, or
 * one that leaves the range in which every reading is a number, is made through the loop.
 *
 * @param targetLoss the loss whose first step is wanted, or NaN
 * @param walks how a run walks
 */
public record DescentRunner(double targetLoss, WalkFactory walks) implements BatchRunner {
    private static final double PARTITION_STEPS = 2e6;

    /** Makes the walk of a run. */
    @FunctionalInterface
    public interface WalkFactory {
        /** The walk of gradient descent from {@code start}, which is not modified. */
        Walk of(GradientDescent dynamics, State start);
    }

    /** By the steps of a single run, with estimates of the sharpness where the loss has them. */
    public DescentRunner(Wanted wanted) {
        this(wanted.targetLoss(), DescentWalk::new);
    }

    @Override
    public List<RunResult> run(List<Experiment> experiments) {
        LoopRunner loop = new LoopRunner(targetLoss);
        return experiments.stream()
                .map(e -> kernel(e).orElseGet(() -> loop.run(e)))
                .toList();
    }

    @Override
    public double partitionSteps(int parameters) {
        return PARTITION_STEPS;
    }

    /** The run's result, empty when it is by another rule, with weight decay or to a condition, or a reading on the way or at the end is not a finite number. */
    private Optional<RunResult> kernel(Experiment experiment) {
        Problem problem = experiment.build();
        if (!(problem.simulation().dynamics() instanceof GradientDescent descent
                && Decayed.in(descent.objective()) == 0
                && experiment.until().isEmpty()
                && descent.stepSize()
                        .equals(StepSize.constant(descent.stepSize().eta(problem.start()))))) {
            return Optional.empty();
        }
        return SmallKernel.run(walks.of(descent, problem.start()), experiment.steps(), targetLoss)
                .flatMap(run -> result(problem, descent, experiment.steps(), run));
    }

    private static Optional<RunResult> result(Problem problem, GradientDescent descent, long steps, Summary run) {
        double[] last = problem.simulation().row(run.end());
        if (!Arrays.stream(last).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        List<String> columns = problem.simulation().names();
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
