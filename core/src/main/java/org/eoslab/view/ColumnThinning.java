package org.eoslab.view;

import java.util.Arrays;
import org.eoslab.dynamics.State;
import org.eoslab.run.Observer;
import org.eoslab.run.Table;

/**
 * One column thinned to the pixels it is drawn on: the smallest and the largest value of each bin of steps, at the steps where
 * they are, so that a line through them covers the same pixels as a line through all and no spike is lost. Constant memory,
 * whatever the length of the run. Rows without a reading (NaN) are passed over.
 */
public final class ColumnThinning implements Observer {
    private final StepWindow window;
    private final int column;
    private final int bins;
    private final long[] lowStep;
    private final double[] low;
    private final long[] highStep;
    private final double[] high;
    private long lastStep = -1;
    private double lastValue;

    /** Of {@code column}; every step is kept when there are at most two for each pixel. */
    public ColumnThinning(StepWindow window, int column) {
        this.window = window;
        this.column = column;
        this.bins = (int) (window.length() <= 2L * window.pixels() ? window.length() : window.pixels());
        this.lowStep = new long[bins];
        this.low = new double[bins];
        this.highStep = new long[bins];
        this.high = new double[bins];
        Arrays.fill(lowStep, -1);
    }

    /** A column of a table, thinned. */
    public static ThinnedColumn of(Table table, String name, StepWindow window) {
        double[] steps = table.column("step");
        double[] values = table.column(name);
        ColumnThinning thinning = new ColumnThinning(window, 0);
        for (int row = 0; row < steps.length; row++) {
            thinning.add((long) steps[row], values[row]);
        }
        return thinning.series();
    }

    @Override
    public boolean observe(State state, double[] row) {
        add(state.step(), row[column]);
        return true;
    }

    /** Takes note of one value; steps come in ascending order. */
    public void add(long step, double value) {
        if (step < window.from() || step > window.to() || Double.isNaN(value)) {
            return;
        }
        lastStep = step;
        lastValue = value;
        int bin = (int) ((step - window.from()) * bins / window.length());
        if (lowStep[bin] < 0) {
            lowStep[bin] = step;
            low[bin] = value;
            highStep[bin] = step;
            high[bin] = value;
        } else if (value < low[bin]) {
            lowStep[bin] = step;
            low[bin] = value;
        } else if (value > high[bin]) {
            highStep[bin] = step;
            high[bin] = value;
        }
    }

    /** The values kept, in the order of their steps; the last one is always among them, so that a line reaches its end. */
    public ThinnedColumn series() {
        long[] steps = new long[2 * bins + 1];
        double[] values = new double[2 * bins + 1];
        int n = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (lowStep[bin] < 0) {
                continue;
            }
            boolean lowFirst = lowStep[bin] <= highStep[bin];
            steps[n] = lowFirst ? lowStep[bin] : highStep[bin];
            values[n++] = lowFirst ? low[bin] : high[bin];
            if (lowStep[bin] != highStep[bin]) {
                steps[n] = lowFirst ? highStep[bin] : lowStep[bin];
                values[n++] = lowFirst ? high[bin] : low[bin];
            }
        }
        if (lastStep >= 0 && steps[n - 1] != lastStep) {
            steps[n] = lastStep;
            values[n++] = lastValue;
        }
        return new ThinnedColumn(Arrays.copyOf(steps, n), Arrays.copyOf(values, n));
    }
}
