package org.eoslab.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eoslab.run.Table;
import org.eoslab.store.duckdb.Parquet;
import org.eoslab.store.file.Checkpoint;
import org.eoslab.store.file.CheckpointLimit;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;

/**
 * Writes one run. Closed before it is finished, it leaves a resumable run if there is a checkpoint, else nothing. Owned by one
 * thread. Every method throws {@link org.eoslab.experiment.InputException} when the store cannot be written, such as on a full
 * disk.
 */
public final class RunWriter implements AutoCloseable {
    private final FolderStore store;
    private final RunId id;
    private final Path folder;
    private final ProcessLock lock;
    private boolean open = true;

    RunWriter(FolderStore store, RunId id, Path folder, ProcessLock lock) {
        this.store = store;
        this.id = id;
        this.folder = folder;
        this.lock = lock;
    }

    /** The run's id. */
    public String id() {
        return id.toString();
    }

    /** Where to put a further file, such as a picture, that becomes part of the run when it is finished. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** What is known of its beginning: {@link StoredRun#origin}. */
    public Map<String, Object> origin() {
        return unfinished().origin();
    }

    /** Adds what it goes on from to what is known of its beginning; a run that is resumed still knows. */
    public void origin(Map<String, ?> origin) {
        Map<String, Object> all = new LinkedHashMap<>(unfinished().origin());
        all.putAll(origin);
        write(StoredRun.ORIGIN, path -> Documents.JSON.writeValue(path.toFile(), all));
    }

    /** What the store keeps of it when it cannot be finished, for messages. */
    public String kept() {
        return unfinished().checkpoints().isEmpty() ? "nothing of it is kept" : "it is kept, go on by eos resume " + id;
    }

    /** Appends rows; they have a column {@code step}, ascending and beyond the rows before. */
    public void rows(Table table) {
        if (table.rows() == 0 && !unfinished().parts().isEmpty()) {
            return;
        }
        long last = table.rows() == 0 ? 0 : (long) table.get("step", table.rows() - 1);
        write(StoredRun.partName(last), path -> Parquet.write(table, path));
    }

    /** The step of the last row written, −1 when there is none: where a resumed run has got to. */
    public long lastStep() {
        return unfinished().parts().stream()
                .mapToLong(StoredRun::partStep)
                .max()
                .orElse(-1);
    }

    private StoredRun unfinished() {
        return new StoredRun(store, id, folder, RunSummary.Status.RUNNING);
    }

    /**
     * Writes the state down; what was appended before it survives with it. Where the checkpoints together
     * are larger than {@link CheckpointLimit#RUNNING} allows, some in between go.
     */
    public void checkpoint(Checkpoint checkpoint) {
        long step = checkpoint.state().step();
        store.writing(() -> {
            checkpoint.write(checkpointFile(step));
            return step;
        });
        thinCheckpoints(CheckpointLimit.RUNNING);
    }

    private Path checkpointFile(long step) {
        return folder.resolve(StoredRun.checkpointName(step));
    }

    private void thinCheckpoints(CheckpointLimit limit) {
        store.writing(() -> {
            SortedMap<Long, Long> sizes = new TreeMap<>();
            for (long step : unfinished().checkpoints()) {
                sizes.put(step, Files.size(checkpointFile(step)));
            }
            List<Long> surplus = limit.surplus(sizes);
            if (!surplus.isEmpty()) {
                DurableFiles.delete(
                        folder, surplus.stream().map(this::checkpointFile).toList());
            }
            return surplus;
        });
    }

    /**
     * Makes the run whole, in one step, with as many checkpoints as {@link CheckpointLimit#ENDED} allows.
     *
     * @param document what {@code run.json} is to hold; the store puts {@code id} first
     * @throws IllegalStateException when {@link #rows} has never been called
     */
    public StoredRun finish(Map<String, ?> document) {
        List<Path> parts = unfinished().parts();
        if (parts.isEmpty()) {
            throw new IllegalStateException("run " + id + ": no table of rows was given, not even an empty one");
        }
        write(StoredRun.COLUMNS, path -> gather(parts, path));
        ObjectNode whole = Documents.JSON.createObjectNode().put("id", id());
        whole.setAll(
                (ObjectNode) Documents.JSON.<ObjectNode>valueToTree(document).without("id"));
        write(StoredRun.DOCUMENT, path -> Documents.JSON.writeValue(path.toFile(), whole));
        thinCheckpoints(CheckpointLimit.ENDED);
        StoredRun finished = store.commit(id);
        open = false;
        lock.close();
        return finished;
    }

    private void write(String name, DurableFiles.Contents contents) {
        store.writing(() -> {
            DurableFiles.write(folder.resolve(name), contents);
            return name;
        });
    }

    private static void gather(List<Path> parts, Path file) throws IOException {
        Parquet.merge(parts, file);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            lock.close();
            store.leave();
        }
    }
}
