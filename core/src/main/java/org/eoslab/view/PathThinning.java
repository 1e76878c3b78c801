package org.eoslab.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;

/**
 * A curve in parameter space thinned as a curve: of each bin of steps the points where a coordinate is smallest or largest, so
 * that its extent in every direction stays; and of these only those that are farther from the one before than can be seen. It begins
 * and ends where the curve does.
 */
public final class PathThinning implements Observer {
    /** The smallest move that can be seen, in parts of the curve's extent: half a pixel of a picture of 500. */
    private static final double SEEN = 1e-3;

    private final StepWindow window;
    private final List<String> names;
    private final int[] columns;
    private final int bins;
    private final double[] low;
    private final double[] high;
    private final long[][] kept;
    private final double[][][] points;
    private final double[] firstPoint;
    private final double[] lastPoint;
    private long firstStep = -1;
    private long lastStep = -1;
    private int bin = -1;

    /** Of the coordinates {@code names} at {@code columns} of a row, in {@code bins} bins. */
    public PathThinning(StepWindow window, List<String> names, int[] columns, int bins) {
        this.window = window;
        this.names = names;
        this.columns = columns;
        this.bins = bins;
        this.low = new double[columns.length];
        this.high = new double[columns.length];
        this.kept = new long[bins][2 * columns.length];
        this.points = new double[bins][2 * columns.length][];
        this.firstPoint = new double[columns.length];
        this.lastPoint = new double[columns.length];
    }

    @Override
    public boolean observe(State state, double[] row) {
        long step = state.step();
        if (step < window.from() || step > window.to()) {
            return true;
        }
        if (firstStep < 0) {
            firstStep = step;
            copy(row, firstPoint);
        }
        lastStep = step;
        copy(row, lastPoint);
        int now = (int) ((step - window.from()) * bins / window.length());
        boolean fresh = now != bin;
        bin = now;
        for (int c = 0; c < columns.length; c++) {
            double value = row[columns[c]];
            if (fresh || value < low[c]) {
                low[c] = value;
                keep(2 * c, step, row);
            }
            if (fresh || value > high[c]) {
                high[c] = value;
                keep(2 * c + 1, step, row);
            }
        }
        return true;
    }

    private void keep(int slot, long step, double[] row) {
        kept[bin][slot] = step;
        double[] point = points[bin][slot];
        if (point == null) {
            point = new double[columns.length];
            points[bin][slot] = point;
        }
        copy(row, point);
    }

    private void copy(double[] row, double[] point) {
        for (int c = 0; c < columns.length; c++) {
            point[c] = row[columns[c]];
        }
    }

    /** The points kept, in the order of their steps: {@code step} and each coordinate by name. */
    public Map<String, Object> path() {
        SortedMap<Long, double[]> kept = new TreeMap<>();
        double[] moves = smallestMoves();
        double[] last = firstPoint;
        if (firstStep >= 0) {
            kept.put(firstStep, firstPoint);
        }
        for (Map.Entry<Long, double[]> entry : extremes().entrySet()) {
            if (moved(last, entry.getValue(), moves)) {
                last = entry.getValue();
                kept.put(entry.getKey(), last);
            }
        }
        if (lastStep > firstStep) {
            kept.put(lastStep, lastPoint);
        }
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("step", kept.keySet().stream().mapToLong(Long::longValue).toArray());
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            path.put(
                    names.get(c),
                    kept.values().stream().mapToDouble(point -> point[column]).toArray());
        }
        return path;
    }

    /** The points of all bins by their steps. */
    private SortedMap<Long, double[]> extremes() {
        SortedMap<Long, double[]> all = new TreeMap<>();
        for (int b = 0; b < bins; b++) {
            for (int slot = 0; slot < points[b].length; slot++) {
                if (points[b][slot] != null) {
                    all.put(kept[b][slot], points[b][slot]);
                }
            }
        }
        return all;
    }

    /** How far along each coordinate is far enough to be seen. */
    private double[] smallestMoves() {
        double[] least = new double[columns.length];
        double[] most = new double[columns.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (double[][] slots : points) {
            for (double[] point : slots) {
                for (int c = 0; point != null && c < columns.length; c++) {
                    least[c] = Math.min(least[c], point[c]);
                    most[c] = Math.max(most[c], point[c]);
                }
            }
        }
        for (int c = 0; c < columns.length; c++) {
            most[c] = SEEN * (most[c] - least[c]);
        }
        return most;
    }

    private static boolean moved(double[] from, double[] to, double[] moves) {
        for (int c = 0; c < to.length; c++) {
            if (Math.abs(to[c] - from[c]) > moves[c]) {
                return true;
            }
        }
        return false;
    }
}
