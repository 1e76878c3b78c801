package org.eoslab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Recording;
import org.eoslab.store.file.Checksums;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;

/** The store in a folder; {@link org.eoslab.store} says what is where. */
public final class FolderStore implements RunStore {
    private final StoreLayout layout;
    private final Clock clock;
    private final RunCatalogue catalogue;
    private final boolean readOnly;

    private FolderStore(Path folder, Clock clock, boolean readOnly) {
        this.layout = new StoreLayout(folder);
        this.clock = clock;
        this.readOnly = readOnly;
        this.catalogue = RunCatalogue.of(folder, readOnly);
    }

    /**
     * The store in a folder, made when absent. One in a folder that cannot be written can be read, without a lock, as an archive:
     * whatever would write to it is refused.
     *
     * @param folder where it is
     * @param clock tells when a run begins
     * @throws InputException when there is no store and none can be made, or a newer program has written it
     */
    public static FolderStore open(Path folder, Clock clock) {
        Path place = folder.toAbsolutePath().normalize();
        if (StoreLayout.isArchive(place)) {
            FolderStore archive = new FolderStore(place, clock, true);
            archive.writing(archive.layout::checkVersion);
            return archive;
        }
        FolderStore store = new FolderStore(place, clock, false);
        store.writing(() -> Files.createDirectories(store.folder()));
        store.locked(() -> {
            store.layout.prepare();
            return true;
        });
        return store;
    }

    /** Where the user's store is: {@code EOSLAB_HOME}, else {@code eoslab} in the user's data folder. */
    public static Path defaultFolder(Map<String, String> environment) {
        String home = environment.getOrDefault("EOSLAB_HOME", "");
        if (!home.isEmpty()) {
            return Path.of(home);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data))
                .resolve("eoslab");
    }

    /** Where it is. */
    public Path folder() {
        return layout.folder();
    }

    @Override
    public RunWriter begin(String name, Experiment experiment, Recording recording) {
        return lockedForWriting(() -> {
            Instant now = clock.instant();
            RunId id = RunId.of(name, now);
            while (layout.has(id)) {
                now = now.plusNanos(RunId.TICK);
                id = RunId.of(name, now);
            }
            return begin(id, experiment, recording);
        });
    }

    private RunWriter begin(RunId id, Experiment experiment, Recording recording) throws IOException {
        ProcessLock lock = layout.lock(id);
        Path place = layout.place(id);
        RunWriter writer = new RunWriter(this, id, place, lock);
        try {
            Files.createDirectory(place);
            Checksums.seal(place);
            DurableFiles.write(
                    place.resolve(StoredRun.EXPERIMENT),
                    path -> Documents.YAML.writeValue(path.toFile(), experiment.toMap()));
            writer.origin(Map.of(StoredRun.RECORDING, recording.toString()));
        } catch (IOException e) {
            lock.close();
            layout.cleanUp();
            throw e;
        }
        return writer;
    }

    RunWriter resume(StoredRun run) {
        return lockedForWriting(() -> {
            StoredRun now = require(run.id());
            if (now.status() != RunSummary.Status.RESUMABLE) {
                throw new InputException("run " + run.id() + ": is "
                        + now.status().label() + "; only one that was interrupted after a checkpoint can be resumed");
            }
            RunId id = RunId.parse(run.id()).orElseThrow();
            now.columns();
            Checksums.seal(now.folder());
            now.dropRowsAfterLastCheckpoint();
            return new RunWriter(this, id, now.folder(), layout.lock(id));
        });
    }

    /** Moves a written run among the finished ones. */
    StoredRun commit(RunId id) {
        return locked(() -> {
            Checksums.seal(layout.place(id));
            Path place = layout.finish(id);
            catalogue.sync(finished());
            return new StoredRun(this, id, place, RunSummary.Status.FINISHED);
        });
    }

    /** Sorts out what a writer left that did not finish. */
    void leave() {
        locked(() -> {
            layout.cleanUp();
            return true;
        });
    }

    @Override
    public List<RunSummary> list() {
        return locked(() -> {
            List<RunSummary> all = new ArrayList<>(catalogue.sync(finished()).values());
            runs(layout.unfinishedPlaces()).values().forEach(run -> all.add(run.summary()));
            all.sort(Comparator.comparing(RunSummary::started)
                    .thenComparing(RunSummary::id)
                    .reversed());
            return all;
        });
    }

    /**
     * The rows of every finished run whose file is as it was written: a Parquet file each.
     *
     * @param except ids of runs to leave out
     * @param problem told of every run whose file is not
     */
    List<Path> columnFiles(Set<String> except, Consumer<String> problem) {
        List<Path> files = new ArrayList<>();
        for (StoredRun run : locked(this::finished).values()) {
            if (!except.contains(run.id())) {
                try {
                    files.addAll(run.columns());
                } catch (InputException e) {
                    if (Files.exists(run.folder())) {
                        problem.accept(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return files;
    }

    /** The folders of its sweeps, by name. */
    public List<SweepFiles> sweeps() {
        Path parent = SweepFiles.of(folder());
        try {
            return SweepFiles.under(parent);
        } catch (IOException e) {
            throw new InputException(parent + ": cannot be read: " + Documents.oneLine(e));
        }
    }

    /** Every run, by id. */
    public List<StoredRun> runs() {
        return locked(() -> List.copyOf(all().values()));
    }

    @Override
    public StoredRun find(String id) {
        return locked(() -> {
            Map<String, StoredRun> all = all();
            List<String> matches =
                    all.keySet().stream().filter(k -> k.startsWith(id)).toList();
            if (!all.containsKey(id) && matches.size() > 1) {
                throw new InputException("run " + id + ": is the start of " + matches.size() + " runs: "
                        + String.join(", ", matches.subList(0, Math.min(5, matches.size()))));
            }
            return require(matches.size() == 1 ? matches.get(0) : id);
        });
    }

    @Override
    public void delete(String id) {
        lockedForWriting(() -> {
            StoredRun run = require(id);
            if (run.status() == RunSummary.Status.RUNNING) {
                throw new InputException("run " + id + ": is being written; stop that first");
            }
            layout.discard(run.folder());
            return catalogue.sync(finished());
        });
    }

    private StoredRun require(String id) throws IOException {
        Map<String, StoredRun> all = all();
        StoredRun run = all.get(id);
        if (run == null) {
            throw all.isEmpty()
                    ? new InputException("run " + id + ": unknown; there are no runs in " + folder())
                    : InputException.unknown("run", id, all.keySet());
        }
        return run;
    }

    private Map<String, StoredRun> all() throws IOException {
        Map<String, StoredRun> all = finished();
        all.putAll(runs(layout.unfinishedPlaces()));
        return all;
    }

    private Map<String, StoredRun> finished() throws IOException {
        return runs(layout.finishedPlaces());
    }

    private Map<String, StoredRun> runs(List<StoreLayout.Place> places) {
        Map<String, StoredRun> found = new TreeMap<>();
        places.forEach(p -> found.put(p.id().toString(), new StoredRun(this, p.id(), p.folder(), p.status())));
        return found;
    }

    /** Work on the store's files that returns something. */
    interface Work<T> {
        T run() throws IOException;
    }

    private <T> T lockedForWriting(Work<T> work) {
        if (readOnly) {
            throw new InputException("store " + folder()
                    + ": cannot be written, only read; use a folder that can be written (--store or EOSLAB_HOME)");
        }
        return locked(work);
    }

    private <T> T locked(Work<T> work) {
        return writing(() -> {
            if (readOnly) {
                return work.run();
            }
            try (ProcessLock lock = layout.lock()) {
                return work.run();
            }
        });
    }

    /** Does it, with what goes wrong on the disk said in one line. */
    <T> T writing(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new InputException("store " + folder() + ": " + Documents.oneLine(e)
                    + "; use a folder that can be written (--store or EOSLAB_HOME)");
        }
    }
}
