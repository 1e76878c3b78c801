package org.eoslab.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The native library of DuckDB, which reads tables of one's own. The program has it beside DuckDB's jar, and there it is looked for on an executor
 * too: so it is sent as a file, which Spark puts beside the jars.
 */
final class TableLibrary {
    /** How its name begins, before that of the platform: beside the program's jar there is one. */
    private static final String STEM = "libduckdb_java.so_";

    private TableLibrary() {}

    /** The file to send; empty where it is not on this class path. */
    static String file() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*[/\\\\]duckdb_jdbc-[^/\\\\]*\\.jar"))
                .flatMap(jar -> beside(Path.of(jar).toAbsolutePath()))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> beside(Path jar) {
        String[] names = jar.resolveSibling("").toFile().list((folder, name) -> name.startsWith(STEM));
        return names == null
                ? Stream.of()
                : Stream.of(names).map(name -> jar.resolveSibling(name).toString());
    }
}
