package org.eoslab.job.sweep.border;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.Column;
import org.eoslab.sweep.Rows;
import org.eoslab.sweep.boundary.BorderPoint;
import org.eoslab.sweep.boundary.BorderSearch;

/**
 * A traced border.
 *
 * @param points where it is: a row a point, with the two axes and the values before it and after it along its mesh line
 * @param runs how many runs were made
 * @param gridRuns how many the grid of the same fineness has
 */
public record BorderSweep(Rows points, long runs, long gridRuns) {
    /** Runs made at once by a thread. */
    private static final int PART = 512;

    /** Traces it in so many threads. */
    public static BorderSweep trace(BorderSettings settings, int threads) throws InterruptedException {
        AtomicLong runs = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            BorderSearch.Labels labels = settings.border().labels();
            List<BorderPoint> border = settings
                    .search()
                    .trace(points -> {
                        runs.addAndGet(points.size());
                        return inParts(pool, labels, points);
                    })
                    .stream()
                    .filter(settings::asksFor)
                    .toList();
            long side = settings.search().fine() + 1L;
            return new BorderSweep(rows(settings, border), runs.get(), side * side);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> inParts(ExecutorService pool, BorderSearch.Labels labels, List<double[]> points) {
        List<Callable<List<String>>> parts = new ArrayList<>();
        for (int from = 0; from < points.size(); from += PART) {
            List<double[]> part = points.subList(from, Math.min(from + PART, points.size()));
            parts.add(() -> labels.at(part));
        }
        List<String> all = new ArrayList<>();
        try {
            for (Future<List<String>> part : pool.invokeAll(parts)) {
                all.addAll(part.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static Rows rows(BorderSettings settings, List<BorderPoint> border) {
        List<Axis> axes = settings.border().sweep().axes();
        List<Column> columns = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            int j = axis;
            columns.add(new Column.Numbers(
                    axes.get(j).name(),
                    border.stream()
                            .mapToDouble(p -> settings.border().place(p)[j])
                            .toArray()));
        }
        columns.add(new Column.Texts(
                "before", border.stream().map(BorderPoint::before).toArray(String[]::new)));
        columns.add(new Column.Texts(
                "after", border.stream().map(BorderPoint::after).toArray(String[]::new)));
        return new Rows(0, columns);
    }
}
