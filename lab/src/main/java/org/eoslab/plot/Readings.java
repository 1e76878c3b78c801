package org.eoslab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.eoslab.run.Table;

/**
 * The rows of a run in which a column has a reading.
 *
 * @param table all rows
 * @param rows the places of those, ascending
 */
record Readings(Table table, int[] rows) {
    /** Those of {@code column}; none when there is no such column. */
    static Readings of(Table table, String column) {
        if (!table.has(column)) {
            return new Readings(table, new int[0]);
        }
        double[] values = table.column(column);
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> Double.isFinite(values[row]))
                .toArray();
        return new Readings(table, rows);
    }

    boolean isEmpty() {
        return rows.length == 0;
    }

    /** Another column in these rows, NaN where it has no reading itself. */
    double[] of(String column) {
        double[] values = table.column(column);
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** A line of such a column against the step. */
    Series line(String column, String name, Color colour) {
        return Series.line(name, of("step"), of(column), colour);
    }

    /** A dashed line of it. */
    Series dashed(String column, String name, Color colour) {
        return Series.dashed(name, of("step"), of(column), colour);
    }
}
