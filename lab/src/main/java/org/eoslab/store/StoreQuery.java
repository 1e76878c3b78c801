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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** A text with a slash in quotes: the name of a file. */
    private static final Pattern FILE = Pattern.compile("['\"][^'\"]*/");

    private StoreQuery() {}

    /**
     * What was found.
     *
     * @param columns the names of the columns
     * @param rows a value a column; null where SQL says NULL
     */
    public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {}

    /** Takes an answer as it is found. */
    public interface Reader {
        /** The names of the columns, before the first row. */
        void columns(List<String> names);

        /** A row, a value a column; whether it wants more. */
        boolean row(List<@Nullable Object> values);
    }

    /** Asks, with all rows of the answer together and nothing said of damaged files. */
    public static Answer ask(FolderStore store, String sql) {
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ask(store, sql, problem -> {}, new Reader() {
            @Override
            public void columns(List<String> names) {
                columns.addAll(names);
            }

            @Override
            public boolean row(List<@Nullable Object> values) {
                return rows.add(values);
            }
        });
        return new Answer(columns, rows);
    }

    /**
     * Asks. Runs and partitions of sweeps whose files are damaged are left out of the tables that the question names.
     *
     * @param problem told of each of those
     * @param reader takes the answer, row by row
     * @throws InputException when it is not one SELECT that DuckDB understands, or names a damaged file
     */
    public static void ask(FolderStore store, String sql, Consumer<String> problem, Reader reader) {
        List<RunSummary> runs = store.list();
        Set<String> damaged = new HashSet<>();
        for (RunSummary run : runs) {
            if (run.status() == RunSummary.Status.DAMAGED) {
                damaged.add(run.id());
                problem.accept(run.problem());
            }
        }
        String text = sql.toLowerCase(Locale.ROOT);
        boolean files = text.contains("parquet")
                || text.contains("read_")
                || FILE.matcher(sql).find();
        boolean rows = files || text.contains("rows");
        boolean sweeps = files || text.contains("sweeps");
        List<String> problems = new ArrayList<>();
        List<Path> ofRuns = rows ? store.columnFiles(damaged, problems::add) : List.of();
        List<Path> ofSweeps = sweeps ? partsOfSweeps(store, problems::add) : List.of();
        if (files && !problems.isEmpty()) {
            throw new InputException(
                    "query: files of the store cannot be read by their names while one is damaged: " + problems.get(0));
        }
        problems.forEach(problem);
        try (Connection connection = DuckDb.streaming()) {
            DuckDb.execute(connection, RunCatalogue.CREATE);
            for (RunSummary run : runs) {
                RunCatalogue.insert(run, connection);
            }
            DuckDb.execute(connection, table("rows", "run", -2, ofRuns, "step"));
            DuckDb.execute(connection, table("sweeps", "sweep", -3, ofSweeps, "index"));
            DuckDb.execute(
                    connection,
                    Stream.of(store.folder().resolve("runs"), SweepFiles.of(store.folder()))
                            .flatMap(folder -> Stream.of(folder + "/", DuckDb.pattern(folder) + "/"))
                            .map(DuckDb::literal)
                            .collect(joining(", ", "SET allowed_directories = [", "]")));
            DuckDb.execute(connection, "SET enable_external_access = false");
            DuckDb.execute(connection, "SET lock_configuration = true");
            requireSelect(connection, sql);
            answer(connection, sql, reader);
        } catch (SQLException e) {
            throw new InputException(
                    "query: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "));
        }
    }

    private static List<Path> partsOfSweeps(FolderStore store, Consumer<String> problem) {
        Path folder = SweepFiles.of(store.folder());
        List<Path> parts = new ArrayList<>();
        try {
            SweepFiles.under(folder).forEach(sweep -> parts.addAll(sweep.wholeParts(problem)));
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read: " + e.getMessage());
        }
        return parts;
    }

    /**
     * A view of the rows of several files, which may have several columns: what one lacks is NULL. Where a row is from is a part of
     * its file's path.
     */
    private static String table(String name, String from, int part, List<Path> files, String index) {
        return files.isEmpty()
                ? "CREATE TABLE " + name + " (" + from + " VARCHAR, " + DuckDb.identifier(index) + " BIGINT)"
                : "CREATE VIEW " + name + " AS SELECT parse_path(filename)[" + part + "] AS " + from
                        + ", * EXCLUDE (filename) FROM read_parquet("
                        + files.stream()
                                .map(DuckDb::pattern)
                                .map(DuckDb::literal)
                                .collect(joining(", ", "[", "]"))
                        + ", union_by_name = true, filename = true)";
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

    private static void answer(Connection connection, String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                columns.add(result.getMetaData().getColumnLabel(c));
            }
            reader.columns(columns);
            boolean more = true;
            while (more && result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int c = 1; c <= columns.size(); c++) {
                    row.add(plain(result.getObject(c)));
                }
                more = reader.row(row);
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
