package org.eoslab.plot.draw;

import java.util.Arrays;
import org.eoslab.plot.Series;

/**
 * Thins a line to what a picture of some width can show: of each column of pixels the first, lowest, highest and last point stay
 * (the M4 aggregation of Jugel et al. 2014), so that no spike is lost.
 */
final class LineThinning {
    private LineThinning() {}

    /** The line over {@code columns} columns; the line itself when it is short enough. Abscissas ascend. */
    static Series thin(Series line, int columns, boolean logX) {
        int n = line.x().length;
        if (n <= 4L * columns) {
            return line;
        }
        double[] x = line.x();
        double from = place(x[0], logX);
        double width = (place(x[n - 1], logX) - from) / columns;
        boolean[] keep = new boolean[n];
        int start = 0;
        while (start < n) {
            double end = from + width * (Math.floor((place(x[start], logX) - from) / width) + 1);
            int stop = start + 1;
            while (stop < n && place(x[stop], logX) < end) {
                stop++;
            }
            keepFour(line.y(), start, stop, keep);
            start = stop;
        }
        return pick(line, keep);
    }

    private static double place(double x, boolean log) {
        return log ? Math.log(x) : x;
    }

    private static void keepFour(double[] y, int start, int stop, boolean[] keep) {
        int lowest = start;
        int highest = start;
        for (int i = start; i < stop; i++) {
            if (Double.isNaN(y[i])) {
                keep[i] = i == start || !Double.isNaN(y[i - 1]); // one NaN breaks the line
                continue;
            }
            lowest = !(y[i] >= y[lowest]) ? i : lowest;
            highest = !(y[i] <= y[highest]) ? i : highest;
        }
        keep[start] = true;
        keep[lowest] = true;
        keep[highest] = true;
        keep[stop - 1] = true;
    }

    private static Series pick(Series line, boolean[] keep) {
        double[] x = new double[keep.length];
        double[] y = new double[keep.length];
        int kept = 0;
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                x[kept] = line.x()[i];
                y[kept] = line.y()[i];
                kept++;
            }
        }
        return new Series(line.name(), Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), line.style(), line.colour());
    }
}
