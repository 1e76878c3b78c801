package org.eoslab.sweep;

import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Wanted;

/** How many rows of a sweep make a partition. */
final class PartitionSize {
    private static final long MOST_ROWS = 16384;

    private PartitionSize() {}

    /** Of runs of an experiment, of which that is wanted. */
    static long of(Experiment base, Wanted wanted) {
        Problem problem = base.build();
        double steps = problem.batch().of(wanted).partitionSteps(problem.start().parameters().length);
        return Math.max(1, Math.min(MOST_ROWS, (long) (steps / Math.max(1, base.steps()))));
    }
}
