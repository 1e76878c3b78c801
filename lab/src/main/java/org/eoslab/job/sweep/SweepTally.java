package org.eoslab.job.sweep;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.store.duckdb.DuckDb;

/**
 * The rows of a finished sweep, counted.
 *
 * @param regimes rows of each regime, most frequent first
 * @param steps the steps of all runs together
 */
public record SweepTally(Map<String, Long> regimes, long steps) {
    /** Counts them. */
    public static SweepTally of(SweepFolder folder) {
        Map<String, Long> regimes = new LinkedHashMap<>();
        long steps = 0;
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT regime, count(*), sum(steps)::BIGINT FROM "
                        + folder.files().sql() + " GROUP BY regime ORDER BY count(*) DESC, regime")) {
            while (rows.next()) {
                regimes.put(rows.getString(1), rows.getLong(2));
                steps += rows.getLong(3);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new SweepTally(regimes, steps);
    }
}
