package org.eoslab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.eoslab.experiment.Experiment;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.kernel.MinimalistKernel;
import org.eoslab.model.minimalist.kernel.MinimalistKernel.Start;
import org.eoslab.sweep.Sweep;

/**
 * Seconds of wall-clock time that a sweep of the minimalist model takes in so many threads, for {@code bench/peers/threads.sh}: the
 * batched kernel alone, from starts that are there already, or the whole making of its rows.
 */
public final class SweepRate {
    /** The work of one of the partitions, by its place among them. */
    private interface Part {
        void make(int place);
    }

    private SweepRate() {}

    /** Prints one number: {@code SweepRate kernel|rows FILE THREADS [EVERY]}, of every EVERYth partition. */
    public static void main(String[] arguments) throws InterruptedException {
        Sweep sweep = SweepFile.read(Path.of(arguments[1])).sweep();
        int threads = Integer.parseInt(arguments[2]);
        int every = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        List<Long> partitions = LongStream.range(0, sweep.partitions())
                .filter(p -> p % every == 0)
                .boxed()
                .toList();
        Part part = arguments[0].equals("kernel") ? kernel(sweep, partitions) : k -> sweep.partition(partitions.get(k));
        AtomicInteger next = new AtomicInteger();
        List<Thread> workers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> {
                for (int k = next.getAndIncrement(); k < partitions.size(); k = next.getAndIncrement()) {
                    part.make(k);
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - start) / 1e9);
    }

    /** Nothing but the steps: the starts are made before the clock runs. */
    private static Part kernel(Sweep sweep, List<Long> partitions) {
        List<List<Start>> starts = new ArrayList<>();
        for (long p : partitions) {
            long from = p * sweep.partitionRows();
            starts.add(sweep.experiments(from, from + sweep.rowsOf(p)).stream()
                    .map(SweepRate::start)
                    .toList());
        }
        return k -> MinimalistKernel.best().run(starts.get(k));
    }

    private static Start start(Experiment experiment) {
        return new Start(
                MinimalistModel.dynamics(experiment.settings()),
                MinimalistModel.start(experiment.settings()),
                experiment.steps());
    }
}
