package org.eoslab.sweep;

import java.util.List;

/**
 * A stretch of a sweep's rows, column by column.
 *
 * @param first the index of the first
 * @param columns the columns, all of one size
 */
public record Rows(long first, List<Column> columns) {
    /** How many there are. */
    public int size() {
        return columns.get(0).size();
    }

    /** The column of that name. */
    public Column column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }
}
