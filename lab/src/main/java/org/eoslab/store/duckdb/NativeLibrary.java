package org.eoslab.store.duckdb;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.eoslab.experiment.InputException;

/** DuckDB's native library, looked for before DuckDB does, which says what is missing by a stack trace. */
final class NativeLibrary {
    private static final String STEM = "duckdb_java";

    private NativeLibrary() {}

    /**
     * Checks that a platform's library is in DuckDB's jar, beside it, or where Java looks for libraries.
     *
     * @param os as the property {@code os.name} has it
     * @param architecture as {@code os.arch} has it
     * @throws InputException when it is nowhere
     */
    static void check(String os, String architecture) {
        String name = name(os, architecture);
        if (DuckDBDriver.class.getResource("/" + name) == null
                && !Files.exists(jar().resolveSibling(name))
                && !isInstalled()) {
            throw new InputException("store: DuckDB's library for " + os + " on " + architecture
                    + " is not here, so that nothing can be stored and no tables be read; --no-store runs without");
        }
    }

    /** What DuckDB calls the library of a platform. */
    static String name(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT);
        String family = system.startsWith("win") ? "windows" : system.startsWith("mac") ? "macos" : system;
        String processor =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "x86_64", "amd64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> architecture;
                };
        return "lib" + STEM + ".so_" + family + "_" + processor;
    }

    private static Path jar() {
        try {
            return Path.of(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInstalled() {
        String file = System.mapLibraryName(STEM);
        return Stream.of(System.getProperty("java.library.path", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.exists(Path.of(folder, file)));
    }
}
