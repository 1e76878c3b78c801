package org.eoslab.job.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.eoslab.sweep.Rows;
import org.eoslab.sweep.Sweep;

/**
 * Makes the missing partitions of a sweep in threads of this machine.
 *
 * @param folder where the rows go
 * @param threads how many, at least 1
 */
public record LocalSweep(SweepFolder folder, int threads) {
    /**
     * What was done.
     *
     * @param rows rows made now
     * @param computeSeconds seconds of all threads together in the making of rows, without writing them
     */
    public record Done(long rows, double computeSeconds) {}

    /**
     * Runs until every partition is there or {@code stop} says so.
     *
     * @param progress told of the rows of each finished partition
     */
    public Done run(BooleanSupplier stop, LongConsumer progress) throws InterruptedException {
        Sweep sweep = folder.file().sweep();
        AtomicLong rowsMade = new AtomicLong();
        AtomicLong nanoseconds = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> parts = new ArrayList<>();
        for (long partition : folder.missing()) {
            parts.add(pool.submit(() -> {
                if (stop.getAsBoolean() || failed.get()) {
                    return;
                }
                try {
                    long start = System.nanoTime();
                    Rows rows = sweep.partition(partition);
                    nanoseconds.addAndGet(System.nanoTime() - start);
                    folder.write(partition, rows);
                    rowsMade.addAndGet(rows.size());
                    progress.accept(rows.size());
                } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
            }));
        }
        pool.shutdown();
        try {
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            failed.compareAndSet(false, stop.getAsBoolean());
            pool.shutdownNow();
        }
        return new Done(rowsMade.get(), nanoseconds.get() / 1e9);
    }
}
