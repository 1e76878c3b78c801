package org.eoslab.claim.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.eoslab.claim.RunClaim;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * The readings of a run's curvature, beside the stability threshold at each.
 *
 * @param table the recorded rows
 * @param rows those with a reading, ascending
 * @param steps their steps
 * @param ratios the curvature over the threshold: ηS/2 of gradient descent
 * @param curvature the column with the curvature
 */
record EdgeSeries(Table table, int[] rows, long[] steps, double[] ratios, String curvature) {
    /** The column with the threshold at every step. */
    static final String THRESHOLD = "stabilityThreshold";

    static EdgeSeries of(Trajectory run, String curvature) {
        Table table = run.table();
        double[] values = table.column(curvature);
        double[] thresholds = table.column(THRESHOLD);
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> Double.isFinite(values[row]) && Double.isFinite(thresholds[row]))
                .toArray();
        long[] steps = table.steps();
        return new EdgeSeries(
                table,
                rows,
                Arrays.stream(rows).mapToLong(row -> steps[row]).toArray(),
                Arrays.stream(rows)
                        .mapToDouble(row -> values[row] / thresholds[row])
                        .toArray(),
                curvature);
    }

    int size() {
        return rows.length;
    }

    /** The value of another column at a reading. */
    double at(String column, int reading) {
        return table.get(column, rows[reading]);
    }

    /** The first reading above the threshold, or −1. */
    int crossing() {
        return first(0, i -> ratios[i] > 1);
    }

    /** The first reading from one on with a property, or −1. */
    int first(int from, IntPredicate property) {
        return IntStream.range(from, size()).filter(property).findFirst().orElse(-1);
    }

    /** The reading of the smallest curvature, against the threshold, in a range. */
    int lowest(int from, int end) {
        int lowest = from;
        for (int i = from; i < end; i++) {
            lowest = ratios[i] < ratios[lowest] ? i : lowest;
        }
        return lowest;
    }

    boolean startsAbove() {
        return size() > 0 && ratios[0] > 1;
    }

    /** Why nothing at the edge can be said of it; empty where it reaches the edge. */
    Optional<String> objection() {
        if (size() == 0) {
            return Optional.of("no curvature was read that has a finite stability threshold: a flow has none");
        }
        if (crossing() >= 0) {
            return Optional.empty();
        }
        int largest = IntStream.range(0, size())
                .reduce((i, j) -> ratios[j] > ratios[i] ? j : i)
                .orElseThrow();
        return Optional.of(RunClaim.format(
                "it never reaches the edge: the curvature is at most %.3g of the threshold, at step %d",
                ratios[largest], steps[largest]));
    }

    /**
     * The first reading at the edge: the first one above the threshold; where the start is above it, the first after which the curvature does not fall any more.
     */
    int arrival() {
        int crossing = crossing();
        return startsAbove() ? Math.max(0, first(0, i -> i + 1 < size() && ratios[i + 1] >= ratios[i])) : crossing;
    }

    /** The reading behind the last one above the threshold. */
    int departure() {
        int last = size();
        while (last > 0 && ratios[last - 1] <= 1) {
            last--;
        }
        return last;
    }

    /** The readings of a range that are at multiples of a number of steps. */
    int[] regular(int from, int end, long every) {
        return IntStream.range(from, end).filter(i -> steps[i] % every == 0).toArray();
    }

    /** ∫f dt over readings, t = Ση the run's time, by the trapezoidal rule. */
    double integral(int[] readings, IntToDoubleFunction f) {
        double sum = 0;
        for (int k = 1; k < readings.length; k++) {
            double time = at("time", readings[k]) - at("time", readings[k - 1]);
            sum += 0.5 * time * (f.applyAsDouble(readings[k]) + f.applyAsDouble(readings[k - 1]));
        }
        return sum;
    }
}
