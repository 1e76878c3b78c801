package org.eoslab.sweep;

import org.eoslab.experiment.Experiment;

/** How many rows of a sweep make a partition: few enough that a kill loses little and all threads have work. */
final class PartitionSize {
    /** Steps in a partition of runs of the batched kernel: about 0.1 s. */
    private static final double KERNEL = 1.6e8;

    /** Steps in a partition of any other model of so many parameters, fewer in proportion for a larger one. */
    private static final double LOOP = 2e5;

    private static final int SMALL = 4;

    private static final long MOST_ROWS = 16384;

    private PartitionSize() {}

    /**
     * Of runs of an experiment.
     *
     * @param batched whether nothing is asked for that the batched kernel of the minimalist model does not follow
     */
    static long of(Experiment base, boolean batched) {
        double steps = KERNEL;
        if (!(batched && base.model().name().equals("minimalist"))) {
            int parameters = base.model().build(base.settings()).start().parameters().length;
            steps = LOOP * Math.min(1, SMALL / (double) parameters);
        }
        return Math.max(1, Math.min(MOST_ROWS, (long) (steps / Math.max(1, base.steps()))));
    }
}
