package org.eoslab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eoslab.store.duckdb.DuckDb;
import org.jspecify.annotations.Nullable;

/**
 * The DuckDB table {@code runs} with a row a finished run: a cache of what the folders say. Its methods are called with the
 * store's lock held, as DuckDB opens a file for one process at a time.
 *
 * @param file the database; null for one in memory
 * @param readOnly whether the folders may not be touched
 */
record RunCatalogue(@Nullable Path file, boolean readOnly) {
    private static final String NAME = "catalogue.duckdb";

    static final String COLUMNS =
            "id, name, model, started, status, outcome, seconds, threshold, firstCrossing, cycles, claimsHold, claimsFail, settings";

    /** The table's definition. */
    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS runs (
                id VARCHAR PRIMARY KEY, name VARCHAR, model VARCHAR, started TIMESTAMP, status VARCHAR, outcome VARCHAR,
                seconds DOUBLE, threshold DOUBLE, firstCrossing BIGINT, cycles INTEGER, claimsHold INTEGER,
                claimsFail INTEGER, settings JSON)""";

    /** Of the store in a folder. DuckDB takes what comes after a question mark in a path for settings. */
    static RunCatalogue of(Path folder, boolean readOnly) {
        return new RunCatalogue(readOnly || folder.toString().contains("?") ? null : folder.resolve(NAME), readOnly);
    }

    /** The rows of these finished runs by id. A run without a row gets one, a row without a run goes. */
    Map<String, RunSummary> sync(Map<String, StoredRun> finished) throws IOException {
        try {
            return trySync(finished);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("Could not set lock")) {
                throw new IOException("the catalogue is open in another program: " + e.getMessage(), e);
            }
            if (file == null) {
                throw new IOException(e.getMessage(), e);
            }
            // Damaged, or of another version of DuckDB: everything in it can be had from the folders.
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        }
        try {
            return trySync(finished);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Map<String, RunSummary> trySync(Map<String, StoredRun> finished) throws SQLException, IOException {
        try (Connection connection = file == null ? DuckDb.inMemory() : DuckDb.open(file)) {
            connection.setAutoCommit(false);
            DuckDb.execute(connection, CREATE);
            Map<String, RunSummary> rows = read(connection);
            Set<String> gone = new HashSet<>(rows.keySet());
            gone.removeAll(finished.keySet());
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM runs WHERE id = ?")) {
                for (String id : gone) {
                    delete.setString(1, id);
                    delete.execute();
                    rows.remove(id);
                }
            }
            for (StoredRun run : finished.values()) {
                if (!rows.containsKey(run.id())) {
                    RunSummary row = run.summary();
                    if (row.status() != RunSummary.Status.DAMAGED) {
                        if (!readOnly) {
                            run.dropParts();
                        }
                        insert(row, connection);
                    }
                    rows.put(row.id(), row);
                }
            }
            connection.commit();
            return rows;
        }
    }

    private static Map<String, RunSummary> read(Connection connection) throws SQLException {
        Map<String, RunSummary> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery("SELECT " + COLUMNS + " FROM runs")) {
            while (r.next()) {
                RunSummary row = new RunSummary(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        RunSummary.Status.FINISHED,
                        r.getString(6),
                        r.getDouble(7),
                        r.getDouble(8),
                        r.getLong(9),
                        r.getInt(10),
                        r.getInt(11),
                        r.getInt(12),
                        r.getString(13),
                        "");
                rows.put(row.id(), row);
            }
        }
        return rows;
    }

    /** Adds a row to the table {@code runs} of a connection. */
    static void insert(RunSummary row, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO runs (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, row.id());
            insert.setString(2, row.name());
            insert.setString(3, row.model());
            insert.setObject(4, LocalDateTime.ofInstant(row.started(), ZoneOffset.UTC));
            insert.setString(5, row.status().label());
            insert.setString(6, row.outcome());
            insert.setDouble(7, row.seconds());
            insert.setDouble(8, row.threshold());
            insert.setLong(9, row.firstCrossing());
            insert.setInt(10, row.cycles());
            insert.setInt(11, row.claimsHold());
            insert.setInt(12, row.claimsFail());
            insert.setString(13, row.settings());
            insert.execute();
        }
    }
}
