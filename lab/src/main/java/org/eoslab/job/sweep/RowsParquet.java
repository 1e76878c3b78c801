package org.eoslab.job.sweep;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.sweep.Rows;
import org.eoslab.sweep.Rows.Column;

/** Rows of a sweep as a Parquet file, doubles with their exact bits. */
final class RowsParquet {
    private RowsParquet() {}

    static void write(Rows rows, Path file) throws IOException {
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(
                    connection,
                    rows.columns().stream()
                            .map(c -> DuckDb.identifier(c.name()) + " " + type(c.kind()))
                            .collect(joining(", ", "CREATE TABLE rows (", ")")));
            append(rows, connection.unwrap(DuckDBConnection.class));
            DuckDb.execute(connection, "COPY rows TO " + DuckDb.literal(file) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String type(Rows.Kind kind) {
        return switch (kind) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case TEXT -> "VARCHAR";
        };
    }

    private static void append(Rows rows, DuckDBConnection connection) throws SQLException {
        List<Column> columns = rows.columns();
        try (DuckDBAppender appender = connection.createAppender("rows")) {
            for (int i = 0; i < rows.size(); i++) {
                appender.beginRow();
                for (Column column : columns) {
                    Object value = column.values().get(i);
                    switch (column.kind()) {
                        case NUMBER -> appender.append((double) value);
                        case INTEGER -> appender.append((long) value);
                        case TEXT -> appender.append((String) value);
                    }
                }
                appender.endRow();
            }
        }
    }
}
