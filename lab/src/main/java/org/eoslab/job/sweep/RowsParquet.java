package org.eoslab.job.sweep;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;

/**
 * Writes rows of a sweep as Parquet files, doubles with their exact bits. A column reaches the database as one list, the texts as
 * their places in a list of the distinct ones: value by value takes several times as long. For any number of threads.
 */
final class RowsParquet implements AutoCloseable {
    private final DuckDBConnection database;

    RowsParquet() {
        try {
            database = DuckDb.inMemory().unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(RowBlock rows, Path file) throws IOException {
        try (Connection connection = database.duplicate()) {
            DuckDb.execute(
                    connection,
                    rows.columns().stream()
                            .map(c -> DuckDb.identifier(c.name())
                                    + (c instanceof RowColumn.Numbers ? " DOUBLE[]" : " BIGINT[]"))
                            .collect(joining(", ", "CREATE TEMP TABLE lists (", ")")));
            Map<String, List<String>> texts = append(rows.columns(), connection.unwrap(DuckDBConnection.class));
            String values = rows.columns().stream().map(c -> values(c, texts)).collect(joining(", "));
            DuckDb.execute(
                    connection,
                    "COPY (SELECT " + values + " FROM lists) TO " + DuckDb.literal(file)
                            + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * The rows that a file has.
     *
     * @param file the file's name
     * @param first the index of the first
     * @param count how many
     */
    record Part(String file, long first, long count) {}

    /** What is in each Parquet file of a folder. */
    List<Part> parts(Path folder) throws IOException {
        String files = DuckDb.literal(Path.of(DuckDb.pattern(folder), "*.parquet"));
        List<Part> parts = new ArrayList<>();
        try (Connection connection = database.duplicate();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT filename, min(\"index\"), count(*) FROM read_parquet("
                        + files + ", filename = true) GROUP BY filename")) {
            while (found.next()) {
                String name = Path.of(found.getString(1)).getFileName().toString();
                parts.add(new Part(name, found.getLong(2), found.getLong(3)));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        return parts;
    }

    /** Appends the one row of lists; returns the distinct texts of each column of texts. */
    private static Map<String, List<String>> append(List<RowColumn> columns, DuckDBConnection connection)
            throws SQLException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        try (DuckDBAppender appender = connection.createAppender("lists")) {
            appender.beginRow();
            for (RowColumn column : columns) {
                if (column instanceof RowColumn.Numbers numbers) {
                    appender.append(numbers.array());
                } else if (column instanceof RowColumn.Integers integers) {
                    appender.append(integers.array());
                } else if (column instanceof RowColumn.Texts t) {
                    Map<String, Integer> places = new LinkedHashMap<>();
                    long[] codes = new long[t.size()];
                    for (int i = 0; i < codes.length; i++) {
                        codes[i] = places.computeIfAbsent(t.array()[i], text -> places.size() + 1);
                    }
                    appender.append(codes);
                    texts.put(t.name(), List.copyOf(places.keySet()));
                }
            }
            appender.endRow();
        }
        return texts;
    }

    private static String values(RowColumn column, Map<String, List<String>> texts) {
        String name = DuckDb.identifier(column.name());
        String values = "unnest(" + name + ")";
        if (column instanceof RowColumn.Texts) {
            String distinct = texts.getOrDefault(column.name(), List.of()).stream()
                    .map(DuckDb::literal)
                    .collect(joining(", ", "[", "]"));
            values = distinct + "[" + values + "]";
        }
        return values + " AS " + name;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
