package org.eoslab.plot;

/**
 * An axis.
 *
 * @param label what it measures, with its unit if it has one; empty for a direction whose numbers mean nothing
 * @param log whether its scale is logarithmic; what is not positive is then left out
 * @param low its lower end, NaN to take it from the data
 * @param high its upper end, NaN to take it from the data
 */
public record PlotAxis(String label, boolean log, double low, double high) {
    /** Checks that the ends are in order, and positive on a logarithmic scale. */
    public PlotAxis {
        if (low >= high || log && low <= 0) {
            throw new IllegalArgumentException("axis " + label + " from " + low + " to " + high);
        }
    }

    /** A linear axis that fits the data. */
    public static PlotAxis linear(String label) {
        return new PlotAxis(label, false, Double.NaN, Double.NaN);
    }

    /** A logarithmic axis that fits the data. */
    public static PlotAxis log(String label) {
        return new PlotAxis(label, true, Double.NaN, Double.NaN);
    }

    /** The same axis between two ends; NaN takes that end from the data. */
    public PlotAxis between(double newLow, double newHigh) {
        return new PlotAxis(label, log, newLow, newHigh);
    }

    /** Whether a value can be shown at all. */
    public boolean shows(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }
}
