package org.eoslab.sweep;

import java.util.List;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.sweep.engine.RunEngine;

/** How many rows of a sweep make a partition. */
final class PartitionSize {
    private static final long MOST_ROWS = 16384;

    private PartitionSize() {}

    /** Of runs of an experiment, with what is asked of them as in {@link Sweep}. */
    static long of(Experiment base, List<String> finals, double targetLoss, boolean certificateStep) {
        Problem problem = base.model().build(base.settings());
        double steps = RunEngine.of(problem, finals, targetLoss, certificateStep)
                .partitionSteps(problem.start().parameters().length);
        return Math.max(1, Math.min(MOST_ROWS, (long) (steps / Math.max(1, base.steps()))));
    }
}
