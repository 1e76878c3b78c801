package org.eoslab.job.sweep.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.eoslab.job.sweep.Futures;
import org.eoslab.store.file.LabelJournal;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.border.BorderPoint;
import org.eoslab.sweep.border.BorderSearch;

/**
 * A traced border.
 *
 * @param points where it is: a row a point, with the two axes and the values before it and after it along its mesh line
 * @param runs how many runs it took, those kept from before among them
 * @param gridRuns how many the grid of the same fineness has
 */
public record BorderSweep(RowBlock points, long runs, long gridRuns) {
    /** Most runs made at once by a thread. */
    private static final long PART = 64;

    /**
     * Traces it in so many threads, from the labels in the journal on.
     *
     * @return empty when {@code stop} said so before the end; what was made is in the journal
     */
    public static Optional<BorderSweep> trace(
            BorderSettings settings, int threads, LabelJournal journal, BooleanSupplier stop) {
        Labeller labeller = new Labeller(settings, threads, journal, stop);
        try {
            RowBlock border = rows(settings, settings.search().trace(labeller));
            long side = settings.search().fine() + 1L;
            return Optional.of(new BorderSweep(border, labeller.runs, side * side));
        } catch (CancellationException e) {
            return Optional.empty();
        } finally {
            labeller.pool.shutdownNow();
        }
    }

    /** Answers from the journal first, then by runs: a wave of parts, one a thread, then the journal, then the next wave. */
    private static final class Labeller implements BorderSearch.Labels {
        private final ExecutorService pool;
        private final BorderSearch.Labels labels;
        private final int part;
        private final int wave;
        private final LabelJournal journal;
        private final BooleanSupplier stop;
        private long runs;

        Labeller(BorderSettings settings, int threads, LabelJournal journal, BooleanSupplier stop) {
            this.pool = Executors.newFixedThreadPool(threads);
            this.labels = settings.border().labels();
            this.part = (int) Math.min(PART, settings.border().sweep().partitionRows());
            this.wave = part * threads;
            this.journal = journal;
            this.stop = stop;
        }

        @Override
        public List<String> at(List<double[]> points) {
            List<String> all = new ArrayList<>(journal.next(points.size()));
            while (all.size() < points.size()) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                List<String> made = made(points.subList(all.size(), Math.min(all.size() + wave, points.size())));
                journal.append(made);
                all.addAll(made);
            }
            runs += all.size();
            return all;
        }

        private List<String> made(List<double[]> points) {
            List<Callable<List<String>>> parts = new ArrayList<>();
            for (int from = 0; from < points.size(); from += part) {
                List<double[]> some = points.subList(from, Math.min(from + part, points.size()));
                parts.add(() -> labels.at(some));
            }
            List<String> made = new ArrayList<>();
            try {
                for (Future<List<String>> done : pool.invokeAll(parts)) {
                    made.addAll(Futures.result(done));
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return made;
        }
    }

    /** Of the points found those on the border asked for. */
    static RowBlock rows(BorderSettings settings, List<BorderPoint> found) {
        List<BorderPoint> border = found.stream().filter(settings::asksFor).toList();
        List<Axis> axes = settings.border().sweep().axes();
        List<RowColumn> columns = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            int j = axis;
            columns.add(new RowColumn.Numbers(
                    axes.get(j).name(),
                    border.stream()
                            .mapToDouble(p -> settings.border().place(p)[j])
                            .toArray()));
        }
        columns.add(new RowColumn.Texts(
                "before", border.stream().map(BorderPoint::before).toArray(String[]::new)));
        columns.add(new RowColumn.Texts(
                "after", border.stream().map(BorderPoint::after).toArray(String[]::new)));
        return new RowBlock(0, columns);
    }
}
