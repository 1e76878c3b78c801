package org.eoslab.store.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Connections to DuckDB that fetch nothing from a network. */
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

    private static Connection connect(String url) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty(
                "temp_directory",
                Path.of(System.getProperty("java.io.tmpdir"), "eoslab-duckdb").toString());
        return DriverManager.getConnection(url, settings);
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

    /** A column name as an SQL identifier. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
