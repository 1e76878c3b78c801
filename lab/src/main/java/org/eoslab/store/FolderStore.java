package org.eoslab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;

/** The store in a folder; {@link org.eoslab.store} says what is where. */
public final class FolderStore implements RunStore {
    private final StoreLayout layout;
    private final Clock clock;
    private final RunCatalogue catalogue;

    private FolderStore(Path folder, Clock clock) {
        this.layout = new StoreLayout(folder);
        this.clock = clock;
        this.catalogue = new RunCatalogue(folder.resolve("catalogue.duckdb"));
    }

    /**
     * The store in a folder, made when absent.
     *
     * @param folder where it is
     * @param clock tells when a run begins
     * @throws InputException when the folder cannot be written, or a newer program has written it
     */
    public static FolderStore open(Path folder, Clock clock) {
        FolderStore store = new FolderStore(folder.toAbsolutePath().normalize(), clock);
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
    public RunWriter begin(String name, Experiment experiment) {
        return locked(() -> {
            RunId id;
            do {
                id = RunId.of(name, clock.instant(), ThreadLocalRandom.current().nextInt());
            } while (layout.has(id));
            return begin(id, experiment);
        });
    }

    private RunWriter begin(RunId id, Experiment experiment) throws IOException {
        ProcessLock lock = layout.lock(id);
        Path place = layout.place(id);
        RunWriter writer = new RunWriter(this, id, place, lock);
        try {
            Files.createDirectory(place);
            DurableFiles.write(
                    place.resolve(StoredRun.EXPERIMENT),
                    path -> Documents.YAML.writeValue(path.toFile(), experiment.toMap()));
        } catch (IOException e) {
            lock.close();
            layout.cleanUp();
            throw e;
        }
        return writer;
    }

    RunWriter resume(StoredRun run) {
        return locked(() -> {
            StoredRun now = require(run.id());
            if (now.status() != RunSummary.Status.RESUMABLE) {
                throw new InputException("run " + run.id() + ": is "
                        + now.status().label() + "; only one that was interrupted after a checkpoint can be resumed");
            }
            RunId id = RunId.parse(run.id()).orElseThrow();
            now.dropRowsAfterLastCheckpoint();
            return new RunWriter(this, id, now.folder(), layout.lock(id));
        });
    }

    /** Moves a written run among the finished ones. */
    StoredRun commit(RunId id) {
        return locked(() -> {
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

    /** The rows of every finished run: a Parquet file each. */
    List<Path> columnFiles() {
        return locked(() -> finished().values().stream()
                .flatMap(run -> run.columns().stream())
                .toList());
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
        locked(() -> {
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

    private <T> T locked(Work<T> work) {
        return writing(() -> {
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
