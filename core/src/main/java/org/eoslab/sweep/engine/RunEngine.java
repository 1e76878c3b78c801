package org.eoslab.sweep.engine;

import java.util.List;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;

/** Makes runs of one model; whichever engine makes a run, its result has the same bits. */
@FunctionalInterface
public interface RunEngine {
    /** Steps in a partition of runs through the loop, of few parameters; fewer in proportion for more. */
    double LOOP_STEPS = 2e5;

    /** How many parameters are few. */
    int FEW = 4;

    /** Makes the runs; the results are in the order of the experiments. */
    List<RunResult> run(List<Experiment> experiments);

    /**
     * How many steps of its runs are worth a partition of a sweep: about a tenth of a second, so that a kill loses little and all
     * threads have work.
     *
     * @param parameters the parameters of a run
     */
    default double partitionSteps(int parameters) {
        return LOOP_STEPS * Math.min(1, FEW / (double) parameters);
    }

    /**
     * The fastest for a problem's kind.
     *
     * @param problem one of the runs to make
     * @param finals the columns wanted at the last step
     * @param targetLoss the loss whose first step is wanted, or NaN
     * @param certificateStep whether the first step of the certificate is wanted; else it is looked for at the last step
     */
    static RunEngine of(Problem problem, List<String> finals, double targetLoss, boolean certificateStep) {
        if (KernelEngine.runs(problem)) {
            return new KernelEngine(finals, targetLoss, certificateStep);
        }
        if (LinearNdEngine.runs(problem)) {
            return new LinearNdEngine(targetLoss);
        }
        return SmallEngine.runs(problem) ? new SmallEngine(targetLoss) : loop(targetLoss);
    }

    /**
     * The one for any problem: one run after the other through the loop.
     *
     * @param targetLoss the loss whose first step is wanted, or NaN
     */
    static RunEngine loop(double targetLoss) {
        return new LoopEngine(targetLoss);
    }
}
