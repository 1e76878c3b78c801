package org.eoslab.job.sweep;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.eoslab.experiment.InputException;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;
import org.eoslab.sweep.Rows;

/**
 * The folder of a sweep: {@code sweep.yaml}, its file as it was read, and {@code rows/part-00000.parquet} and so on, a file a
 * partition. A partition is there whole or not at all, so that after a kill only the missing ones are made.
 */
public final class SweepFolder implements AutoCloseable {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path folder;
    private final SweepFile file;
    private final ProcessLock lock;
    private final RowsParquet parquet = new RowsParquet();

    private SweepFolder(Path folder, SweepFile file, ProcessLock lock) {
        this.folder = folder;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens the folder of a sweep, made when absent.
     *
     * @param resume whether rows may be there already
     * @throws InputException when it holds another sweep, or rows and {@code resume} is not set, or cannot be written
     */
    public static SweepFolder open(Path folder, SweepFile file, boolean resume) {
        try {
            Files.createDirectories(folder.resolve("rows"));
            SweepFolder opened = new SweepFolder(folder, file, ProcessLock.acquire(folder.resolve("lock")));
            try {
                opened.check(resume);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
            return opened;
        } catch (IOException e) {
            throw new InputException("--out: " + folder + " cannot be written: " + reason(e));
        }
    }

    private void check(boolean resume) throws IOException {
        Path record = folder.resolve("sweep.yaml");
        if (!Files.exists(record)) {
            DurableFiles.write(record, path -> YAML.writeValue(path.toFile(), file.contents()));
            return;
        }
        if (!resume) {
            throw new InputException(
                    "--out: " + folder + " holds a sweep; go on with it by --resume, or name another folder");
        }
        Map<?, ?> before = YAML.readValue(record.toFile(), Map.class);
        Map<?, ?> now = YAML.readValue(YAML.writeValueAsString(file.contents()), Map.class);
        if (!before.equals(now)) {
            throw new InputException(
                    "--resume: " + folder + " holds the rows of another sweep file, kept there as sweep.yaml");
        }
    }

    /** The sweep. */
    public SweepFile file() {
        return file;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** The partitions that are not there yet, ascending. */
    public List<Long> missing() {
        return LongStream.range(0, file.sweep().partitions())
                .filter(p -> !Files.exists(part(p)))
                .boxed()
                .toList();
    }

    /**
     * Writes a partition.
     *
     * @throws InputException when it cannot be written, such as on a full disk
     */
    public void write(long partition, Rows rows) {
        try {
            DurableFiles.write(part(partition), path -> parquet.write(rows, path));
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be written: " + reason(e) + "; " + kept());
        }
    }

    /**
     * Writes a table beside the rows; returns its file.
     *
     * @throws InputException when it cannot be written
     */
    public Path writeTable(String name, Rows rows) {
        Path file = folder.resolve(name + ".parquet");
        try {
            DurableFiles.write(file, path -> parquet.write(rows, path));
            return file;
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + reason(e));
        }
    }

    /** How much of the sweep is there and how to go on, for messages. */
    String kept() {
        long partitions = file.sweep().partitions();
        return String.format(
                Locale.ROOT,
                "%d of %d partitions are kept, go on by --resume",
                partitions - missing().size(),
                partitions);
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("^IO Error: ", "");
    }

    /** All its rows, as an SQL table expression in the order of the index. */
    public String rowsSql() {
        return "read_parquet(" + DuckDb.literal(rowsPattern()) + ")";
    }

    /** The pattern of its row files. */
    public Path rowsPattern() {
        return folder.toAbsolutePath().resolve("rows").resolve("*.parquet");
    }

    private Path part(long partition) {
        return folder.resolve("rows").resolve(String.format(Locale.ROOT, "part-%05d.parquet", partition));
    }

    @Override
    public void close() {
        parquet.close();
        lock.close();
    }
}
