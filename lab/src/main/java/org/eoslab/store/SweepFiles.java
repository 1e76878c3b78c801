package org.eoslab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.store.file.Checksums;
import org.eoslab.store.file.DamagedException;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.LabelJournal;

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

    /** The files that its experiments read, with their checksums. */
    public Path inputs() {
        return folder.resolve("inputs.json");
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
        return folder.resolve("border" + LabelJournal.ENDING);
    }

    /** The pattern of all row files. */
    public Path pattern() {
        return Path.of(DuckDb.pattern(folder.toAbsolutePath()), "rows", "*" + PARQUET);
    }

    /**
     * All rows, as an SQL table expression, their checksums checked.
     *
     * @throws InputException when a file of them is damaged or missing
     */
    public String sql() {
        requireWhole();
        return "read_parquet(" + DuckDb.literal(pattern()) + ")";
    }

    /**
     * Checks all rows.
     *
     * @throws InputException when a file of them is damaged or missing
     */
    public void requireWhole() {
        wholeParts(problem -> {
            throw new InputException(problem);
        });
    }

    /**
     * The files of rows that are as they were written.
     *
     * @param problem told of every other: which it is, what is wrong with it, and the way out
     */
    public List<Path> wholeParts(Consumer<String> problem) {
        List<Path> whole = new ArrayList<>();
        try {
            if (!Files.isDirectory(rows())) {
                return whole;
            }
            Checksums sums = Checksums.of(rows());
            Set<Path> parts = new TreeSet<>(sums.listed());
            DurableFiles.list(rows()).stream().filter(SweepFiles::isPart).forEach(parts::add);
            for (Path part : parts) {
                try {
                    sums.checkAll(List.of(part));
                    whole.add(part);
                } catch (DamagedException e) {
                    problem.accept("sweep " + name() + ": " + rows().relativize(part) + ": " + e.getMessage()
                            + "; delete " + part + ", and eos sweep --resume makes it again");
                }
            }
        } catch (IOException e) {
            problem.accept("sweep " + name() + ": its rows cannot be read: " + e.getMessage());
        }
        return whole;
    }

    /**
     * Checks the checksum of a file beside the rows.
     *
     * @throws InputException when it is damaged
     */
    public void check(Path file) {
        try {
            Checksums.check(file);
        } catch (IOException e) {
            throw new InputException("sweep " + name() + ": " + e.getMessage()
                    + "; eos runs verify tells of its other files, deleting its folder removes the sweep");
        }
    }

    /** What can be said of each of its files by their checksums. */
    public List<Checksums.Finding> verify() {
        try {
            List<Checksums.Finding> findings =
                    new ArrayList<>(Checksums.of(folder).verify());
            if (Files.isDirectory(rows())) {
                findings.addAll(Checksums.of(rows()).verify());
            }
            if (Files.exists(labels())) {
                findings.add(new Checksums.Finding(labels(), labelsVerdict()));
            }
            return findings;
        } catch (IOException e) {
            throw new InputException("sweep " + name() + ": cannot be read: " + e.getMessage());
        }
    }

    private Checksums.Verdict labelsVerdict() {
        try {
            LabelJournal.read(labels());
            return Checksums.Verdict.OK;
        } catch (InputException e) {
            return Checksums.Verdict.DAMAGED;
        }
    }

    private static boolean isPart(Path file) {
        return file.toString().endsWith(PARQUET);
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
