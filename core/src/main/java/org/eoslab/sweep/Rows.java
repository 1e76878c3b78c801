package org.eoslab.sweep;

import java.util.List;

/**
 * A stretch of a sweep's rows, column by column.
 *
 * @param first the index of the first
 * @param columns the columns, all of one length
 */
public record Rows(long first, List<Column> columns) {
    /** What a column holds. */
    public enum Kind {
        /** Doubles. */
        NUMBER,
        /** Whole numbers of at most 53 bits. */
        INTEGER,
        /** Texts. */
        TEXT
    }

    /**
     * One column.
     *
     * @param name its name
     * @param kind what it holds
     * @param values {@link Double}, {@link Long} or {@link String}, one a row
     */
    public record Column(String name, Kind kind, List<Object> values) {}

    /** How many there are. */
    public int size() {
        return columns.get(0).values().size();
    }

    /** The column of that name. */
    public Column column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }
}
