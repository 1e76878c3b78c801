package org.eoslab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eoslab.store.duckdb.DuckDb;

/**
 * Where the files of a sweep are.
 *
 * @param folder the sweep's
 */
public record SweepFiles(Path folder) {
    private static final String PARQUET = ".parquet";

    /** Where a store keeps its sweeps, a folder each. */
    public static Path of(Path store) {
        return store.resolve("sweeps");
    }

    /** The folders under {@code parent}, by name; none when there is no such folder. */
    public static List<SweepFiles> under(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().map(SweepFiles::new).toList();
        }
    }

    /** Its name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The sweep's file as it was read. */
    public Path record() {
        return folder.resolve("sweep.yaml");
    }

    /** The folder of the rows. */
    public Path rows() {
        return folder.resolve("rows");
    }

    /** When that was written: the start of the sweep. */
    public Instant started() {
        try {
            return Files.getLastModifiedTime(record()).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a partition. */
    public Path part(long partition) {
        return rows().resolve(String.format(Locale.ROOT, "part-%05d" + PARQUET, partition));
    }

    /** The labels that a search for a border was given. */
    public Path labels() {
        return folder.resolve("border.labels");
    }

    /** The pattern of all row files. */
    public Path pattern() {
        return folder.toAbsolutePath().resolve("rows").resolve("*" + PARQUET);
    }

    /** All rows, as an SQL table expression. */
    public String sql() {
        return "read_parquet(" + DuckDb.literal(pattern()) + ")";
    }

    /** Whether there is a sweep's file. */
    public boolean hasRecord() {
        return Files.isRegularFile(record());
    }

    /** Whether some of its rows are there. */
    public boolean hasRows() {
        try (Stream<Path> parts = Files.list(rows())) {
            return parts.anyMatch(part -> part.toString().endsWith(PARQUET));
        } catch (IOException e) {
            return false;
        }
    }
}
