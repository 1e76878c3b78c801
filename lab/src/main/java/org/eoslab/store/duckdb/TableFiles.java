package org.eoslab.store.duckdb;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.TableReader;

/**
 * Tables of numbers in CSV and Parquet files. What has been read is kept while there is memory, for the runs of a sweep read the same table;
 * a file that has changed is read again.
 */
public final class TableFiles implements TableReader {
    private static final Map<Content, SoftReference<Object>> KNOWN = new ConcurrentHashMap<>();

    /**
     * What was read of a file.
     *
     * @param file its name
     * @param changed when it was last written
     * @param size in bytes
     * @param columns those that were read; none for the names of all
     * @param text whether as text
     */
    private record Content(String file, FileTime changed, long size, List<String> columns, boolean text) {
        static Content of(String key, String file, List<String> columns, boolean text) {
            try {
                Path path = Path.of(file).toAbsolutePath();
                return new Content(path.toString(), Files.getLastModifiedTime(path), Files.size(path), columns, text);
            } catch (IOException e) {
                throw new InputException(key + ": " + file + ": there is no such file");
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> columns(String key, String file) {
        return (List<String>) known(Content.of(key, file, List.of(), false), () -> readNames(key, file));
    }

    @Override
    public double[][] read(String key, String file, List<String> columns) {
        return (double[][]) known(Content.of(key, file, columns, false), () -> readNumbers(key, file, columns));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> text(String key, String file, String column) {
        return (List<String>) known(Content.of(key, file, List.of(column), true), () -> readText(key, file, column));
    }

    private static Object known(Content content, Supplier<Object> reading) {
        SoftReference<Object> reference = KNOWN.get(content);
        Object kept = reference == null ? null : reference.get();
        if (kept == null) {
            kept = reading.get();
            KNOWN.put(content, new SoftReference<>(kept));
        }
        return kept;
    }

    private static List<String> readNames(String key, String file) {
        return query(key, file, "SELECT * FROM " + source(key, file) + " LIMIT 0", result -> {
            List<String> names = new ArrayList<>();
            for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                names.add(result.getMetaData().getColumnName(c));
            }
            return List.copyOf(names);
        });
    }

    private static List<String> readText(String key, String file, String column) {
        String selected = "COALESCE(TRIM(CAST(" + DuckDb.identifier(column) + " AS VARCHAR)), '')";
        return query(key, file, "SELECT " + selected + " FROM " + source(key, file), result -> {
            List<String> text = new ArrayList<>();
            while (result.next()) {
                text.add(result.getString(1).intern());
            }
            return List.copyOf(text);
        });
    }

    private static double[][] readNumbers(String key, String file, List<String> columns) {
        String selected = columns.stream()
                .map(DuckDb::identifier)
                .map(c -> "TRY_CAST(" + c + " AS DOUBLE), CAST(" + c + " AS VARCHAR)")
                .collect(joining(", "));
        return query(key, file, "SELECT " + selected + " FROM " + source(key, file), result -> {
            double[][] data = new double[columns.size()][1024];
            int rows = 0;
            while (result.next()) {
                for (int c = 0; c < data.length; c++) {
                    double value = result.getDouble(2 * c + 1);
                    if (result.wasNull() || !Double.isFinite(value)) {
                        String text = result.getString(2 * c + 2);
                        throw new InputException(
                                key + ": " + file + ": row " + (rows + 1) + " of column " + columns.get(c) + " is "
                                        + (text == null ? "empty" : text) + "; it must be a finite number");
                    }
                    if (rows == data[c].length) {
                        data[c] = Arrays.copyOf(data[c], 2 * rows);
                    }
                    data[c][rows] = value;
                }
                rows++;
            }
            int count = rows;
            return Arrays.stream(data).map(d -> Arrays.copyOf(d, count)).toArray(double[][]::new);
        });
    }

    private static String source(String key, String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(Path.of(file))) {
            throw new InputException(key + ": " + file + ": there is no such file");
        }
        if (name.endsWith(".parquet")) {
            return "read_parquet(" + DuckDb.literal(DuckDb.pattern(file)) + ")";
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".csv.gz")) {
            return "read_csv(" + DuckDb.literal(DuckDb.pattern(file)) + ")";
        }
        throw new InputException(
                key + ": " + file + " is not allowed; it must be a file ending in .csv, .tsv, .csv.gz or .parquet");
    }

    /** What is made of the result of a query. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }

    private static <T> T query(String key, String file, String sql, Reading<T> reading) {
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return reading.of(result);
        } catch (SQLException e) {
            throw new InputException(key + ": " + file + " cannot be read as a table: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
