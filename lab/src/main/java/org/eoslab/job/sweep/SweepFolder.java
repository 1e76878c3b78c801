package org.eoslab.job.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.eoslab.experiment.InputException;
import org.eoslab.job.InputFiles;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.file.Checksums;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;

/**
 * The folder of a sweep: {@code sweep.yaml}, its file as it was read, {@code inputs.json}, the files that its experiments read, and {@code rows/part-00000.parquet} and so on, a file a
 * partition. A partition is there whole or not at all, so that after a kill only the missing ones are made.
 */
public final class SweepFolder implements AutoCloseable {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final SweepFiles files;
    private final SweepFile file;
    private final ProcessLock lock;
    private final RowsParquet parquet = new RowsParquet();

    private SweepFolder(SweepFiles files, SweepFile file, ProcessLock lock) {
        this.files = files;
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
            SweepFiles files = new SweepFiles(folder);
            Files.createDirectories(files.rows());
            SweepFolder opened = new SweepFolder(files, file, ProcessLock.acquire(folder.resolve("lock")));
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
        Path record = files.record();
        if (!Files.exists(record)) {
            Checksums.seal(path());
            Checksums.seal(files.rows());
            Map<String, ?> inputs = InputFiles.of(file.sweep().base());
            DurableFiles.write(files.inputs(), path -> JSON.writeValue(path.toFile(), inputs));
            DurableFiles.write(record, path -> YAML.writeValue(path.toFile(), file.contents()));
            return;
        }
        if (!resume) {
            throw new InputException(
                    "--out: " + path() + " holds a sweep; go on with it by --resume, or name another folder");
        }
        files.check(record);
        Map<?, ?> before = YAML.readValue(record.toFile(), Map.class);
        Map<?, ?> now = YAML.readValue(YAML.writeValueAsString(file.contents()), Map.class);
        if (!before.equals(now)) {
            throw new InputException(
                    "--resume: " + path() + " holds the rows of another sweep file, kept there as sweep.yaml");
        }
        Checksums.seal(path());
        Checksums.seal(files.rows());
        checkInputs();
        files.requireWhole();
        dropOtherPartitions();
    }

    /** Rows are of the files that the first of them were made from; of a sweep that an older version began nothing is known. */
    private void checkInputs() throws IOException {
        if (Files.exists(files.inputs())) {
            files.check(files.inputs());
            InputFiles.check(
                    "sweep " + files.name(), JSON.readValue(files.inputs().toFile(), Map.class));
        }
    }

    /** Deletes the files of an earlier version whose partitions were of another size: their rows are made again. */
    private void dropOtherPartitions() throws IOException {
        if (!files.hasRows()) {
            return;
        }
        Sweep sweep = file.sweep();
        for (RowsParquet.Part part : parquet.parts(files.rows())) {
            long partition = part.first() / sweep.partitionRows();
            Path path = files.rows().resolve(part.file());
            if (!path.equals(files.part(partition))
                    || part.first() != partition * sweep.partitionRows()
                    || part.count() != sweep.rowsOf(partition)) {
                DurableFiles.delete(files.rows(), List.of(path));
            }
        }
    }

    /** The sweep. */
    public SweepFile file() {
        return file;
    }

    /** Where its files are. */
    public SweepFiles files() {
        return files;
    }

    /** Where it is. */
    public Path path() {
        return files.folder();
    }

    /** The partitions that are not there yet, ascending. */
    public List<Long> missing() {
        return LongStream.range(0, file.sweep().partitions())
                .filter(p -> !Files.exists(files.part(p)))
                .boxed()
                .toList();
    }

    /**
     * Writes a partition.
     *
     * @throws InputException when it cannot be written, such as on a full disk
     */
    public void write(long partition, RowBlock rows) {
        try {
            DurableFiles.write(files.part(partition), path -> parquet.write(rows, path));
        } catch (IOException e) {
            throw new InputException(path() + ": cannot be written: " + reason(e) + "; " + kept());
        }
    }

    /**
     * Writes a table beside the rows; returns its file.
     *
     * @throws InputException when it cannot be written
     */
    public Path writeTable(String name, RowBlock rows) {
        Path file = path().resolve(name + ".parquet");
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

    @Override
    public void close() {
        parquet.close();
        lock.close();
    }
}
