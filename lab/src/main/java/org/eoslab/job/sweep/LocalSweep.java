package org.eoslab.job.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;

/**
 * Makes the missing partitions of a sweep in threads of this machine.
 *
 * @param threads how many, at least 1
 */
public record LocalSweep(int threads) implements SweepEngine {
    /** Checks the number of threads. */
    public LocalSweep {
        if (threads < 1) {
            throw new InputException("--threads: " + threads + " is not allowed; it must be at least 1");
        }
    }

    @Override
    public Done run(SweepFolder folder, BooleanSupplier stop, LongConsumer progress) throws InterruptedException {
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
                    RowBlock rows = sweep.partition(partition);
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
                Futures.result(part);
            }
        } finally {
            failed.compareAndSet(false, stop.getAsBoolean());
            pool.shutdownNow();
        }
        return new Done(rowsMade.get(), nanoseconds.get() / 1e9);
    }
}
