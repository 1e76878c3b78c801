package org.eoslab.sweep;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a sweep's rows, column by column.
 *
 * @param first the index of the first
 * @param columns the columns, all of one size
 */
public record RowBlock(long first, List<RowColumn> columns) {
    /** How many there are. */
    public int size() {
        return columns.get(0).size();
    }

    /** The column of that name. */
    public RowColumn column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    /** Stretches that follow each other, at least one, as a single one. */
    static RowBlock joined(List<RowBlock> stretches) {
        RowBlock first = stretches.get(0);
        if (stretches.size() == 1) {
            return first;
        }
        int size = stretches.stream().mapToInt(RowBlock::size).sum();
        List<RowColumn> columns = new ArrayList<>();
        for (int c = 0; c < first.columns.size(); c++) {
            RowColumn column = first.columns.get(c);
            Object all = Array.newInstance(column.array().getClass().getComponentType(), size);
            int at = 0;
            for (RowBlock rows : stretches) {
                System.arraycopy(rows.columns.get(c).array(), 0, all, at, rows.size());
                at += rows.size();
            }
            columns.add(RowColumn.of(column.name(), all));
        }
        return new RowBlock(first.first, List.copyOf(columns));
    }
}
