package org.eoslab.store.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Connections to DuckDB that fetch nothing from a network. Without its native library each is refused by an {@link org.eoslab.experiment.InputException}.
 */
public final class DuckDb {
    private DuckDb() {}

    /** A fresh database in memory. */
    public static Connection inMemory() throws SQLException {
        return connect("jdbc:duckdb:");
    }

    /** The database in a file, created when absent. */
    public static Connection open(Path file) throws SQLException {
        return connect("jdbc:duckdb:" + file.toAbsolutePath());
    }

    /** A fresh database in memory whose answers come row by row; each must be read to its end, or closed, before the next. */
    public static Connection streaming() throws SQLException {
        Properties settings = settings();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return connect("jdbc:duckdb:", settings);
    }

    private static Connection connect(String url) throws SQLException {
        return connect(url, settings());
    }

    private static Connection connect(String url, Properties settings) throws SQLException {
        NativeLibrary.check(System.getProperty("os.name"), System.getProperty("os.arch"));
        return DriverManager.getConnection(url, settings);
    }

    /** Nothing is written beside a database: what does not fit into memory is refused. */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        return settings;
    }

    /** Runs a statement. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A path or text as an SQL literal. */
    public static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** A path as a pattern of that one file: DuckDB takes the paths that it reads for patterns. */
    public static String pattern(Object path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    /** A column name as an SQL identifier. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
