package org.eoslab.web.play;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;

/**
 * A curve in parameter space thinned as a curve: of each bin of steps the points where a coordinate is smallest or largest, so
 * that its extent in every direction stays; and of these only those that are farther from the one before than can be seen.
 */
final class PathThinning implements Observer {
    /** The smallest move that can be seen, in parts of the curve's extent: half a pixel of a picture of 500. */
    private static final double SEEN = 1e-3;

    private final Window window;
    private final List<String> names;
    private final int[] columns;
    private final int bins;
    private final double[] low;
    private final double[] high;
    private final long[][] kept;
    private final double[][][] points;
    private int bin = -1;

    /** Of the coordinates {@code names} at {@code columns} of a row, in {@code bins} bins. */
    PathThinning(Window window, List<String> names, int[] columns, int bins) {
        this.window = window;
        this.names = names;
        this.columns = columns;
        this.bins = bins;
        this.low = new double[columns.length];
        this.high = new double[columns.length];
        this.kept = new long[bins][2 * columns.length];
        this.points = new double[bins][2 * columns.length][];
    }

    @Override
    public boolean observe(State state, double[] row) {
        long step = state.step();
        if (step < window.from() || step > window.to()) {
            return true;
        }
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
        for (int c = 0; c < columns.length; c++) {
            point[c] = row[columns[c]];
        }
    }

    /** The points kept, in the order of their steps: {@code step} and each coordinate by name. */
    Map<String, Object> path() {
        int slots = 2 * columns.length;
        long[] steps = new long[bins * slots];
        double[][] values = new double[columns.length][bins * slots];
        double[] moves = smallestMoves();
        double[] last = null;
        int n = 0;
        for (int b = 0; b < bins; b++) {
            long[] order = kept[b].clone();
            Arrays.sort(order);
            for (int s = 0; s < slots; s++) {
                double[] point = points[b][indexOf(kept[b], order[s])];
                if (point == null || (last != null && !moved(last, point, moves))) {
                    continue;
                }
                steps[n] = order[s];
                for (int c = 0; c < columns.length; c++) {
                    values[c][n] = point[c];
                }
                last = point;
                n++;
            }
        }
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("step", Arrays.copyOf(steps, n));
        for (int c = 0; c < columns.length; c++) {
            path.put(names.get(c), Arrays.copyOf(values[c], n));
        }
        return path;
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

    private static int indexOf(long[] values, long value) {
        int i = 0;
        while (values[i] != value) {
            i++;
        }
        return i;
    }
}
