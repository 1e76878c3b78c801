package org.eoslab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final StepBins of;
    private final List<String> names;
    private final int[] columns;
    private final int bins;
    private final double[] low;
    private final double[] high;
    private final double[][] kept;
    private final double[][][] points;
    private final double[] firstPoint;
    private final double[] lastPoint;
    private double firstStep = -1;
    private double lastStep = -1;
    private int bin = -1;

    /** Of the coordinates {@code names} at {@code columns} of a row, in {@code bins} bins. */
    public PathThinning(StepWindow window, List<String> names, int[] columns, int bins) {
        this.of = new StepBins(window, bins);
        this.names = names;
        this.columns = columns;
        this.bins = bins;
        this.low = new double[columns.length];
        this.high = new double[columns.length];
        this.kept = new double[bins][2 * columns.length];
        this.points = new double[bins][2 * columns.length][];
        this.firstPoint = new double[columns.length];
        this.lastPoint = new double[columns.length];
    }

    @Override
    public boolean observe(State state, double[] row) {
        double step = state.step();
        int now = of.of(step);
        if (now < 0) {
            return true;
        }
        if (firstStep < 0) {
            firstStep = step;
            copy(row, firstPoint);
        }
        lastStep = step;
        copy(row, lastPoint);
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

    private void keep(int slot, double step, double[] row) {
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
        List<Kept> points = new ArrayList<>();
        double[] moves = smallestMoves();
        Kept last = new Kept(firstStep, firstPoint);
        if (firstStep >= 0) {
            points.add(last);
        }
        for (int b = 0; b < bins; b++) {
            for (Kept next : extremes(b)) {
                if (next.step > last.step && moved(last.point, next.point, moves)) {
                    last = next;
                    points.add(last);
                }
            }
        }
        if (lastStep > last.step) {
            points.add(new Kept(lastStep, lastPoint));
        }
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("step", points.stream().mapToLong(kept -> (long) kept.step).toArray());
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            path.put(
                    names.get(c),
                    points.stream().mapToDouble(kept -> kept.point[column]).toArray());
        }
        return path;
    }

    /** The points of a bin, in the order of their steps; a step may be there more than once. */
    private List<Kept> extremes(int bin) {
        List<Kept> all = new ArrayList<>();
        for (int slot = 0; slot < points[bin].length; slot++) {
            if (points[bin][slot] != null) {
                all.add(new Kept(kept[bin][slot], points[bin][slot]));
            }
        }
        all.sort(Comparator.comparingDouble(Kept::step));
        return all;
    }

    /** A point and its step. */
    private record Kept(double step, double[] point) {}

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
