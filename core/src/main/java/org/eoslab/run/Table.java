package org.eoslab.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;

/**
 * Named columns of doubles, one row a recorded step. Grows as rows are added; owned by one thread until the run ends. A step that
 * it has already is passed over, so that a resumed run continues the table it left.
 */
public final class Table implements Observer {
    private final List<Column> described;
    private final List<String> names;
    private final Recording recording;
    private final long last;
    private double[][] columns;
    private int rows;

    private Table(List<Column> columns, List<String> names, Recording recording, long last) {
        this.described = columns;
        this.names = names;
        this.recording = recording;
        this.last = last;
        int capacity = (int) Math.min(Math.max(16, recording.rows(last)), 1 << 16);
        this.columns = new double[names.size()][capacity];
    }

    /**
     * An empty table of columns of which nothing but the names is known.
     *
     * @param names the column names, in row order
     * @param recording which steps it keeps
     * @param last the last step of the run it records
     */
    public Table(List<String> names, Recording recording, long last) {
        this(names.stream().map(Column::named).toList(), List.copyOf(names), recording, last);
    }

    /**
     * An empty table of these columns, in row order.
     *
     * @param recording which steps it keeps
     * @param last the last step of the run it records
     */
    public static Table of(List<Column> columns, Recording recording, long last) {
        return new Table(
                List.copyOf(columns), columns.stream().map(Column::name).toList(), recording, last);
    }

    @Override
    public boolean observe(State state, double[] row) {
        if (recording.keeps(state.step(), last)) {
            addOnce(state, row);
        }
        return true;
    }

    @Override
    public void met(State state, double[] row) {
        if (recording.keepsLast()) {
            addOnce(state, row);
        }
    }

    private void addOnce(State state, double[] row) {
        if (!(rows > 0 && get("step", rows - 1) >= state.step())) {
            add(row);
        }
    }

    /** Appends a row, one value a column. */
    public void add(double[] row) {
        if (rows == columns[0].length) {
            long wanted = Math.min(Integer.MAX_VALUE - 8L, 2L * rows);
            columns = Arrays.stream(columns)
                    .map(c -> Arrays.copyOf(c, (int) wanted))
                    .toArray(double[][]::new);
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c][rows] = row[c];
        }
        rows++;
    }

    /** Copies of the rows up to a step, which {@link #add} takes. */
    public List<double[]> upTo(long step) {
        List<double[]> result = new ArrayList<>();
        for (int r = 0; r < rows && get("step", r) <= step; r++) {
            double[] row = new double[columns.length];
            for (int c = 0; c < columns.length; c++) {
                row[c] = columns[c][r];
            }
            result.add(row);
        }
        return result;
    }

    /** The columns, in row order. */
    public List<Column> columns() {
        return described;
    }

    /** The column names. */
    public List<String> names() {
        return names;
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** Whether there is a column of that name. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** A copy of a column, one value a row. */
    public double[] column(String name) {
        return Arrays.copyOf(columns[index(name)], rows);
    }

    /** One value. */
    public double get(String name, int row) {
        return columns[index(name)][row];
    }

    /** The recorded steps, ascending. */
    public long[] steps() {
        return Arrays.stream(column("step")).mapToLong(s -> (long) s).toArray();
    }

    /** Whether the rows are consecutive steps. */
    public boolean everyStep() {
        return rows == 0 || get("step", rows - 1) - get("step", 0) == rows - 1;
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + name + "; there are " + names);
        }
        return index;
    }
}
