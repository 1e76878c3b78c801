package org.eoslab.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The native library of DuckDB, which reads tables of one's own. The program has it beside DuckDB's jar, and there it is looked for on an executor
 * too: so it is sent as a file, which Spark puts beside the jars.
 */
final class TableLibrary {
    private static final String NAME = "libduckdb_java.so_"
            + System.getProperty("os.name").toLowerCase(Locale.ROOT) + "_"
            + System.getProperty("os.arch").replace("aarch64", "arm64");

    private TableLibrary() {}

    /** The file to send; empty where it is not on this class path. */
    static String file() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.matches(".*/duckdb_jdbc-[^/]*\\.jar"))
                .map(jar -> Path.of(jar).resolveSibling(NAME))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }
}
