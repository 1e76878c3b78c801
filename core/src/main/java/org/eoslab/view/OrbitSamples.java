package org.eoslab.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;

/**
 * Rows of a run that oscillates, for dots: a few steps in a row at each of many places, so that an orbit of a small period shows all its
 * points, where the smallest and the largest value of a pixel would show two. Every step where there are few.
 */
final class OrbitSamples implements Observer {
    /** Steps in a row: an orbit of period 8 is seen whole. */
    private static final int RUN = 8;

    /** A run that takes fewer steps than this from turn to turn is drawn as dots. */
    private static final int FEW = 20;

    private final StepBins inside;
    private final double from;
    private final double stride;
    private final List<String> columns;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> steps = new ArrayList<>();

    /** Of all columns; two dots a pixel. */
    OrbitSamples(StepWindow window, List<String> columns) {
        this.inside = new StepBins(window, 1);
        this.from = window.from();
        this.columns = columns;
        this.stride = Math.max(RUN, (window.length() * RUN + 2L * window.pixels() - 1) / (2L * window.pixels()));
    }

    /** Whether a run with so many cycles in so many steps is to be drawn so. */
    static boolean oscillates(int cycles, long steps) {
        return (long) cycles * FEW > steps;
    }

    @Override
    public boolean observe(State state, double[] row) {
        double step = state.step();
        if (inside.of(step) == 0 && (step - from) % stride < RUN) {
            steps.add(step);
            rows.add(row.clone());
        }
        return true;
    }

    /** The columns with these names, each as {@code step} and {@code value}. */
    Map<String, Object> series(Iterable<String> names) {
        Map<String, Object> series = new LinkedHashMap<>();
        long[] at = steps.stream().mapToLong(Double::longValue).toArray();
        for (String name : names) {
            int column = columns.indexOf(name);
            series.put(
                    name,
                    new ThinnedColumn(
                            at, rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return series;
    }
}
