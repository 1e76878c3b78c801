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
    private final int column;
    private final StepBins of;
    private final int bins;
    private final double[] lowStep;
    private final double[] low;
    private final double[] highStep;
    private final double[] high;
    private double lastStep = -1;
    private double lastValue;

    /** Of {@code column}; every step is kept when there are at most two for each pixel. */
    public ColumnThinning(StepWindow window, int column) {
        this.column = column;
        this.bins = bins(window);
        this.of = new StepBins(window, bins);
        this.lowStep = new double[bins];
        this.low = new double[bins];
        this.highStep = new double[bins];
        this.high = new double[bins];
        Arrays.fill(lowStep, -1);
    }

    /** How many bins a window has. */
    static int bins(StepWindow window) {
        return (int) (window.length() <= 2L * window.pixels() ? window.length() : window.pixels());
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
        add(of.of(step), step, value);
    }

    /**
     * Takes note of a row.
     *
     * @param bin of the step, −1 outside the window
     */
    void add(int bin, double step, double[] row) {
        add(bin, step, row[column]);
    }

    private void add(int bin, double step, double value) {
        if (bin < 0 || Double.isNaN(value)) {
            return;
        }
        lastStep = step;
        lastValue = value;
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
            steps[n] = (long) (lowFirst ? lowStep[bin] : highStep[bin]);
            values[n++] = lowFirst ? low[bin] : high[bin];
            if (lowStep[bin] != highStep[bin]) {
                steps[n] = (long) (lowFirst ? highStep[bin] : lowStep[bin]);
                values[n++] = lowFirst ? high[bin] : low[bin];
            }
        }
        if (lastStep >= 0 && steps[n - 1] != lastStep) {
            steps[n] = (long) lastStep;
            values[n++] = lastValue;
        }
        return new ThinnedColumn(Arrays.copyOf(steps, n), Arrays.copyOf(values, n));
    }
}
