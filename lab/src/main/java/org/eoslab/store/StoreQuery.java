package org.eoslab.store;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.eoslab.store.duckdb.DuckDb;
import org.jspecify.annotations.Nullable;

/**
 * A question in SQL over all runs of a store: {@code runs} has a row a run (see {@link RunSummary}; {@code settings} is JSON, as in
 * {@code settings->>'eta'}), {@code rows} every recorded row of every finished run with the run's id in {@code run}, {@code sweeps} every row of the sweeps
 * in the store with the name of the sweep in {@code sweep}.
 *
 * <p>It only reads, and only the store: it runs in a database in memory that may open no other file, and must be one SELECT.
 */
public final class StoreQuery {
    private StoreQuery() {}

    /**
     * What was found.
     *
     * @param columns the names of the columns
     * @param rows a value a column; null where SQL says NULL
     */
    public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {}

    /**
     * Asks.
     *
     * @throws InputException when it is not one SELECT that DuckDB understands
     */
    public static Answer ask(FolderStore store, String sql) {
        List<RunSummary> runs = store.list();
        List<Path> files = store.columnFiles();
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(connection, RunCatalogue.CREATE);
            for (RunSummary run : runs) {
                RunCatalogue.insert(run, connection);
            }
            DuckDb.execute(connection, rows(files));
            DuckDb.execute(connection, sweeps(SweepFiles.of(store.folder())));
            DuckDb.execute(
                    connection,
                    "SET allowed_directories = [" + DuckDb.literal(store.folder() + "/runs/") + ", "
                            + DuckDb.literal(SweepFiles.of(store.folder()) + "/") + "]");
            DuckDb.execute(connection, "SET enable_external_access = false");
            DuckDb.execute(connection, "SET lock_configuration = true");
            requireSelect(connection, sql);
            return answer(connection, sql);
        } catch (SQLException e) {
            throw new InputException(
                    "query: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "));
        }
    }

    /** A Parquet file's folder is named after its run. Runs of several models have several columns; what one lacks is NULL. */
    private static String rows(List<Path> files) {
        return files.isEmpty()
                ? "CREATE TABLE rows (run VARCHAR, step BIGINT)"
                : "CREATE VIEW rows AS SELECT parse_path(filename)[-2] AS run, * EXCLUDE (filename) FROM read_parquet("
                        + files.stream().map(DuckDb::literal).collect(joining(", ", "[", "]"))
                        + ", union_by_name = true, filename = true)";
    }

    /** Sweeps of several models have several columns as well; the part of a path that names a sweep is its folder. */
    private static String sweeps(Path folder) {
        boolean any;
        try {
            any = SweepFiles.under(folder).stream().anyMatch(SweepFiles::hasRows);
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read: " + e.getMessage());
        }
        return any
                ? "CREATE VIEW sweeps AS SELECT parse_path(filename)[-3] AS sweep, * EXCLUDE (filename) FROM read_parquet("
                        + DuckDb.literal(folder + "/*/rows/*.parquet") + ", union_by_name = true, filename = true)"
                : "CREATE TABLE sweeps (sweep VARCHAR, \"index\" BIGINT)";
    }

    /** DuckDB's own parser says whether a text is SELECT statements alone: it serialises nothing else. */
    private static void requireSelect(Connection connection, String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement(
                "SELECT j->>'error', coalesce(j->>'error_message', ''), json_array_length(j, '$.statements')"
                        + " FROM (SELECT json_serialize_sql(?::VARCHAR)::JSON AS j)")) {
            parse.setString(1, sql);
            try (ResultSet result = parse.executeQuery()) {
                result.next();
                if (result.getBoolean(1)) {
                    throw new InputException("query: " + result.getString(2) + "; it must be one SELECT");
                }
                if (result.getInt(3) != 1) {
                    throw new InputException("query: " + result.getInt(3) + " statements; it must be one SELECT");
                }
            }
        }
    }

    private static Answer answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                columns.add(result.getMetaData().getColumnLabel(c));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int c = 1; c <= columns.size(); c++) {
                    row.add(plain(result.getObject(c)));
                }
                rows.add(row);
            }
            return new Answer(columns, rows);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
