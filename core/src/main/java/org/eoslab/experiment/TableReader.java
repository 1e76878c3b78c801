package org.eoslab.experiment;

import java.util.List;

/** Reads tables of numbers from files; found by {@link java.util.ServiceLoader}, for this module touches no file. */
public interface TableReader {
    /**
     * The names of a table's columns.
     *
     * @param key the setting that names the file, for messages
     * @throws InputException when the file is not there or is no table
     */
    List<String> columns(String key, String file);

    /**
     * Some columns of a table, one after the other, each of as many numbers as the table has rows.
     *
     * @param key the setting that names the file, for messages
     * @param columns names that {@link #columns} has
     * @throws InputException when an entry is not a finite number
     */
    double[][] read(String key, String file, List<String> columns);

    /**
     * One column as text without spaces around it; an empty entry is an empty text.
     *
     * @param key the setting that names the file, for messages
     * @param column a name that {@link #columns} has
     */
    List<String> text(String key, String file, String column);
}
