package org.eoslab.experiment;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** Tables of numbers in files, by whatever reads them on this class path. */
public final class DataTables {
    private DataTables() {}

    /** Whether a file's name is that of a table: it ends in {@code .csv}, {@code .tsv}, {@code .csv.gz} or {@code .parquet}. */
    public static boolean isOne(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|csv\\.gz|parquet)");
    }

    /**
     * The names of a table's columns.
     *
     * @param key the setting that names the file, for messages
     * @throws InputException when the file is not there or is no table
     */
    public static List<String> columns(String key, String file) {
        return reader(key).columns(key, file);
    }

    /**
     * Some columns of a table, one after the other.
     *
     * @param key the setting that names the file, for messages
     * @param columns at least one; names that {@link #columns} has
     * @throws InputException when there are no rows, or an entry is not a finite number
     */
    public static double[][] read(String key, String file, List<String> columns) {
        double[][] data = reader(key).read(key, file, columns);
        if (data[0].length == 0) {
            throw new InputException(key + ": " + file + " has no rows");
        }
        return data;
    }

    /**
     * A column as text without spaces around it; an empty entry is an empty text.
     *
     * @param key the setting that names the file, for messages
     * @param column a name that {@link #columns} has
     * @throws InputException when there are no rows
     */
    public static List<String> text(String key, String file, String column) {
        List<String> text = reader(key).text(key, file, column);
        if (text.isEmpty()) {
            throw new InputException(key + ": " + file + " has no rows");
        }
        return text;
    }

    private static TableReader reader(String key) {
        for (TableReader reader : ServiceLoader.load(TableReader.class)) {
            return reader;
        }
        throw new InputException(key + ": nothing on this class path reads tables; the program eos does");
    }
}
