package org.eoslab.store.duckdb;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.file.DurableFiles;

/** Tables of doubles as Parquet files: {@code step} as a 64-bit integer, every other column as doubles with their exact bits. */
public final class Parquet {
    private static final String STEP = "step";
    private static final int ROW_GROUP = 122_880; // what DuckDB makes one of, and a multiple of its vectors
    private static final String AS_PARQUET = " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROW_GROUP + ")";

    private Parquet() {}

    /** Writes a table, replacing the file. */
    public static void write(Table table, Path file) throws IOException {
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(
                    connection,
                    table.names().stream()
                            .map(n -> DuckDb.identifier(n) + (n.equals(STEP) ? " BIGINT" : " DOUBLE"))
                            .collect(joining(", ", "CREATE TABLE columns (", ")")));
            append(table, connection.unwrap(DuckDBConnection.class));
            DuckDb.execute(connection, "COPY columns TO " + DuckDb.literal(file) + AS_PARQUET);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void append(Table table, DuckDBConnection connection) throws SQLException {
        List<String> names = table.names();
        double[][] columns = names.stream().map(table::column).toArray(double[][]::new);
        int step = names.indexOf(STEP);
        try (DuckDBAppender appender = connection.createAppender("columns")) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (int c = 0; c < columns.length; c++) {
                    if (c == step) {
                        appender.append((long) columns[c][row]);
                    } else {
                        appender.append(columns[c][row]);
                    }
                }
                appender.endRow();
            }
        }
    }

    /**
     * Writes the rows of several files, in that order, to one, whose bytes depend on the rows alone. DuckDB ends a row group where a
     * part happens to end, so rows are first put together to files of a row group each, which then are gathered.
     */
    public static void merge(List<Path> parts, Path file) throws IOException {
        List<Path> groups = new ArrayList<>();
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(connection, "SET threads = 1"); // several insert where one ends, not where the rows do
            DuckDb.execute(connection, "CREATE TABLE held AS SELECT * FROM " + rows(parts) + " LIMIT 0");
            long held = 0;
            for (Path part : parts) {
                held += update(connection, "INSERT INTO held SELECT * FROM " + rows(List.of(part)));
                long grouped = 0;
                for (; held - grouped >= ROW_GROUP; grouped += ROW_GROUP) {
                    groups.add(group(connection, file, groups.size(), grouped));
                }
                if (grouped > 0) {
                    DuckDb.execute(connection, "CREATE OR REPLACE TABLE held AS SELECT * FROM held OFFSET " + grouped);
                    held -= grouped;
                }
            }
            if (held > 0 && !groups.isEmpty()) {
                groups.add(group(connection, file, groups.size(), 0));
            }
            String all = groups.isEmpty() ? "held" : rows(groups);
            DuckDb.execute(connection, "COPY (SELECT * FROM " + all + ") TO " + DuckDb.literal(file) + AS_PARQUET);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            for (Path group : groups) {
                Files.deleteIfExists(group);
            }
        }
    }

    /** Writes as many of the rows held as a row group has, or all that are left, to a file beside another. */
    private static Path group(Connection connection, Path file, int number, long from) throws SQLException {
        Path group = DurableFiles.halfWritten(file.resolveSibling(file.getFileName() + "-" + number));
        DuckDb.execute(
                connection,
                "COPY (SELECT * FROM held LIMIT " + ROW_GROUP + " OFFSET " + from + ") TO " + DuckDb.literal(group)
                        + AS_PARQUET);
        return group;
    }

    private static long update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /** Writes the rows of these files, in that order, as comma-separated values with a header, row by row. */
    public static void toCsv(List<Path> parts, Writer out) throws IOException {
        try (Connection connection = DuckDb.streaming();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet none = statement.executeQuery("SELECT * FROM " + rows(parts) + " LIMIT 0")) {
                for (int c = 1; c <= none.getMetaData().getColumnCount(); c++) {
                    names.add(none.getMetaData().getColumnName(c));
                }
            }
            out.write(names.stream()
                    .map(n -> n.matches("[^\",]*") ? n : "\"" + n.replace("\"", "\"\"") + "\"")
                    .collect(joining(",", "", "\n")));
            String line = names.stream()
                    .map(n -> "coalesce(CAST(" + DuckDb.identifier(n) + " AS VARCHAR), '')")
                    .collect(joining(" || ',' || "));
            try (ResultSet lines = statement.executeQuery("SELECT " + line + " FROM " + rows(parts))) {
                while (lines.next()) {
                    out.write(lines.getString(1));
                    out.write('\n');
                }
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The rows of several files, in that order; all have the same columns. */
    public static Table read(List<Path> parts) throws IOException {
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + rows(parts))) {
            List<String> names = new ArrayList<>();
            for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                names.add(rows.getMetaData().getColumnName(c));
            }
            Table table = new Table(names, Recording.ALL, 0);
            double[] row = new double[names.size()];
            while (rows.next()) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = rows.getDouble(c + 1);
                }
                table.add(row);
            }
            return table;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String rows(List<Path> parts) {
        return parts.stream().map(DuckDb::pattern).map(DuckDb::literal).collect(joining(", ", "read_parquet([", "])"));
    }
}
