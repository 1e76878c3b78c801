package org.eoslab.job.sweep;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Makes the missing partitions of a sweep, each once, into its folder. */
@FunctionalInterface
public interface SweepEngine {
    /**
     * What was done.
     *
     * @param rows rows made now
     * @param computeSeconds seconds of all threads together in the making of rows, without writing them
     */
    record Done(long rows, double computeSeconds) {}

    /**
     * Runs until every partition is there or {@code stop} says so.
     *
     * @param progress told of the rows of each finished partition
     */
    Done run(SweepFolder folder, BooleanSupplier stop, LongConsumer progress) throws InterruptedException;
}
