package org.eoslab.experiment;

import java.util.List;

/**
 * A way to make many runs of one model of which little is kept; whichever runner makes a run, its result has the same bits. A
 * {@link Problem} hands over its own.
 */
@FunctionalInterface
public interface BatchRunner {
    /** Steps in a partition of runs through the loop, of few parameters; fewer in proportion for more. */
    double LOOP_STEPS = 2e5;

    /** How many parameters are few. */
    int FEW_PARAMETERS = 4;

    /** Makes the runs; the results are in the order of the experiments. */
    List<RunResult> run(List<Experiment> experiments);

    /**
     * How many steps of its runs are worth a partition of a sweep: about a tenth of a second, so that a kill loses little and all
     * threads have work.
     *
     * @param parameters the parameters of a run
     */
    default double partitionSteps(int parameters) {
        return LOOP_STEPS * Math.min(1, FEW_PARAMETERS / (double) parameters);
    }

    /** A runner that knows what is wanted of its runs. */
    @FunctionalInterface
    interface Factory {
        /** The runner of runs of which that is wanted. */
        BatchRunner of(Wanted wanted);
    }
}
