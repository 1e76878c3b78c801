package org.eoslab.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.duckdb.Parquet;
import org.eoslab.store.file.Checkpoint;
import org.eoslab.store.file.Checksums;
import org.eoslab.store.file.DamagedException;
import org.eoslab.store.file.DurableFiles;

/** A run in the store: its folder, and what the files there hold. */
public final class StoredRun {
    static final String EXPERIMENT = "experiment.yaml";
    static final String COLUMNS = "columns.parquet";
    static final String DOCUMENT = "run.json";
    static final String ORIGIN = "origin.json";
    static final String RECORDING = "recording";
    private static final Pattern PART = Pattern.compile("part-(\\d+)\\.parquet");
    private static final Pattern CHECKPOINT = Pattern.compile("checkpoint-(\\d+)\\.state");

    private final FolderStore store;
    private final RunId id;
    private final Path folder;
    private final RunSummary.Status status;

    StoredRun(FolderStore store, RunId id, Path folder, RunSummary.Status status) {
        this.store = store;
        this.id = id;
        this.folder = folder;
        this.status = status;
    }

    /** Its id. */
    public String id() {
        return id.toString();
    }

    /** Where its files are. */
    public Path folder() {
        return folder;
    }

    /** Whether it is whole. */
    public RunSummary.Status status() {
        return status;
    }

    /** The experiment's record, as {@code experiment.yaml} holds it. */
    public Map<String, Object> experiment() {
        Map<String, Object> record =
                read(EXPERIMENT, file -> Documents.YAML.readValue(file.toFile(), new TypeReference<>() {}));
        read(Experiment.INIT_FILE, file -> file);
        if (record == null || !record.containsKey("model")) {
            throw new InputException("run " + id + ": " + EXPERIMENT + " names no model; " + wayOut());
        }
        return record;
    }

    /** The steps it was to take. */
    public long steps() {
        String steps = String.valueOf(experiment().get("steps"));
        try {
            return Long.parseLong(steps);
        } catch (NumberFormatException e) {
            throw new InputException(
                    "run " + id + ": " + EXPERIMENT + ": steps: " + steps + " is not a whole number; " + wayOut());
        }
    }

    /** Outcome, timeline and claims, as {@code run.json} holds them; an empty object while unfinished. */
    public JsonNode document() {
        if (!isFinished()) {
            return Documents.JSON.createObjectNode();
        }
        JsonNode document = read(DOCUMENT, file -> Documents.JSON.readTree(file.toFile()));
        if (!document.isObject()) {
            throw new InputException("run " + id + ": " + DOCUMENT + " is not a JSON object; " + wayOut());
        }
        return document;
    }

    /** Which of its steps are kept; every step of one that an earlier version began. */
    public Recording recording() {
        Object text = origin().get(RECORDING);
        return text == null ? Recording.ALL : Recording.parse(String.valueOf(text));
    }

    /** Which steps are kept, what files it reads, and what it goes on from when it is a fork: what its document is to say of that. */
    public Map<String, Object> origin() {
        return Files.exists(folder.resolve(ORIGIN))
                ? read(ORIGIN, file -> Documents.JSON.readValue(file.toFile(), new TypeReference<>() {}))
                : Map.of();
    }

    /** The recorded rows; while unfinished those so far. */
    public Table table() {
        List<Path> files = columns();
        if (files.isEmpty()) {
            throw new InputException("run " + id + ": has no rows yet");
        }
        return read("rows", file -> Parquet.read(files));
    }

    /** The rows so far, if there are any: a fork that is killed right after its start has none. */
    public Optional<Table> rows() {
        return columns().isEmpty() ? Optional.empty() : Optional.of(table());
    }

    /**
     * The Parquet files of the recorded rows, in order, their checksums checked: one when finished.
     *
     * @throws InputException when one is damaged or missing
     */
    public List<Path> columns() {
        Path whole = folder.resolve(COLUMNS);
        return read("rows", file -> {
            Checksums sums = Checksums.of(folder);
            if (isFinished()) {
                sums.checkAll(List.of(whole));
                return List.of(whole);
            }
            List<Path> listed =
                    sums.listed().stream().filter(f -> partStep(f) >= 0).toList();
            sums.checkAll(listed);
            List<Path> parts = parts();
            sums.checkAll(parts);
            return parts;
        });
    }

    private boolean isFinished() {
        return status == RunSummary.Status.FINISHED;
    }

    /** Deletes the parts that {@code columns.parquet} was gathered from. */
    void dropParts() throws IOException {
        List<Path> parts = parts();
        if (!parts.isEmpty()) {
            DurableFiles.delete(folder, parts);
        }
    }

    /** Deletes what was written after the last checkpoint: a resumed run writes it anew. */
    void dropRowsAfterLastCheckpoint() throws IOException {
        List<Long> checkpoints = checkpoints();
        long last = checkpoints.get(checkpoints.size() - 1);
        List<Path> after =
                new ArrayList<>(parts().stream().filter(p -> partStep(p) > last).toList());
        after.add(folder.resolve(COLUMNS));
        after.add(folder.resolve(DOCUMENT));
        DurableFiles.delete(folder, after);
    }

    /** Whether a run's folder has a checkpoint. */
    static boolean hasCheckpoint(Path folder) throws IOException {
        return DurableFiles.list(folder).stream().anyMatch(f -> step(CHECKPOINT, f) >= 0);
    }

    List<Path> parts() {
        return files().stream().filter(f -> step(PART, f) >= 0).toList();
    }

    /** The steps at which the state was written down, ascending. */
    public List<Long> checkpoints() {
        return files().stream()
                .map(f -> step(CHECKPOINT, f))
                .filter(s -> s >= 0)
                .sorted()
                .toList();
    }

    /**
     * What was written down at a step of {@link #checkpoints}.
     *
     * @throws InputException when there is none
     */
    public Checkpoint checkpoint(long step) {
        if (!checkpoints().contains(step)) {
            throw new InputException(
                    "step " + step + ": run " + id + " has no checkpoint there; it has " + checkpoints());
        }
        return read(checkpointName(step), Checkpoint::read);
    }

    /** All its files, by name. */
    public List<Path> files() {
        return read(
                "folder",
                file -> DurableFiles.list(folder).stream()
                        .filter(f -> !DurableFiles.isHalfWritten(f))
                        .toList());
    }

    /**
     * The bytes of one of its files.
     *
     * @throws InputException when they are not those that were written
     */
    public byte[] bytes(String name) {
        return read(name, Files::readAllBytes);
    }

    /** Its row in a list of runs; of a damaged one, what is wrong with it. */
    public RunSummary summary() {
        try {
            return Documents.summary(id, status, experiment(), document());
        } catch (InputException e) {
            return Documents.damaged(id, String.valueOf(e.getMessage()));
        }
    }

    /** What can be said of each of its files by their checksums. */
    public List<Checksums.Finding> verify() {
        return read("folder", file -> Checksums.of(folder).verify());
    }

    /** What to do with it when it is damaged. */
    private String wayOut() {
        return "eos runs rm " + id + " removes the run, eos runs verify " + id + " tells of its other files";
    }

    /**
     * Goes on with a run whose process ended, from its last checkpoint: the rows after it are dropped.
     *
     * @throws InputException when it is finished, being written, or has no checkpoint
     */
    public RunWriter resume() {
        return store.resume(this);
    }

    /** The step in the file's name, −1 when the name is not of that pattern. */
    private static long step(Pattern pattern, Path file) {
        Matcher matcher = pattern.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    static long partStep(Path part) {
        return step(PART, part);
    }

    static String partName(long lastStep) {
        return String.format("part-%015d.parquet", lastStep);
    }

    static String checkpointName(long step) {
        return String.format("checkpoint-%015d.state", step);
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private <T> T read(String name, Reader<T> reader) {
        Path file = folder.resolve(name);
        try {
            if (Files.isRegularFile(file)) {
                Checksums.check(file);
            }
            return reader.read(file);
        } catch (DamagedException e) {
            throw new InputException("run " + id + ": " + e.getMessage() + "; " + wayOut());
        } catch (IOException e) {
            throw new InputException(
                    "run " + id + ": " + name + " cannot be read: " + Documents.oneLine(e) + "; " + wayOut());
        }
    }
}
