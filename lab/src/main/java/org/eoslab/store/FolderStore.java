package org.eoslab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;

/** The store in a folder; {@link org.eoslab.store} says what is where. */
public final class FolderStore implements RunStore {
    /** The version of the layout that this program writes, and the newest it reads. */
    static final int VERSION = 1;

    private final Path folder;
    private final Clock clock;
    private final Path runs;
    private final Path unfinished;
    private final Path trash;
    private final RunCatalogue catalogue;

    private FolderStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.runs = folder.resolve("runs");
        this.unfinished = folder.resolve("unfinished");
        this.trash = folder.resolve("trash");
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
        store.writing(() -> {
            Files.createDirectories(store.folder);
            try (ProcessLock lock = store.lock()) {
                store.checkVersion();
                for (Path part : List.of(store.runs, store.unfinished, store.trash)) {
                    Files.createDirectories(part);
                }
                store.cleanUp();
            }
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

    private void checkVersion() throws IOException {
        Path file = folder.resolve("version");
        if (!Files.exists(file)) {
            DurableFiles.write(file, path -> Files.writeString(path, VERSION + "\n"));
            return;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > VERSION) {
            throw new InputException(
                    "store " + folder + ": version " + text + " is not allowed; this program reads up to " + VERSION
                            + ", so use a newer one or another folder (--store or EOSLAB_HOME)");
        }
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    @Override
    public RunWriter begin(String name, Experiment experiment) {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                RunId id = RunId.of(
                        name, clock.instant(), ThreadLocalRandom.current().nextInt());
                while (Files.exists(runs.resolve(id.toString())) || Files.exists(unfinished.resolve(id.toString()))) {
                    id = RunId.of(
                            name, clock.instant(), ThreadLocalRandom.current().nextInt());
                }
                return begin(id, experiment);
            }
        });
    }

    private RunWriter begin(RunId id, Experiment experiment) throws IOException {
        ProcessLock lock = ProcessLock.acquire(lockOf(id));
        Path place = unfinished.resolve(id.toString());
        RunWriter writer = new RunWriter(this, id, place, lock);
        try {
            Files.createDirectory(place);
            DurableFiles.write(
                    place.resolve(StoredRun.EXPERIMENT),
                    path -> Documents.YAML.writeValue(path.toFile(), experiment.toMap()));
        } catch (IOException e) {
            lock.close();
            cleanUp();
            throw e;
        }
        return writer;
    }

    RunWriter resume(StoredRun run) {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                StoredRun now = require(run.id());
                if (now.status() != RunSummary.Status.RESUMABLE) {
                    throw new InputException(
                            "run " + run.id() + ": is " + now.status().label()
                                    + "; only one that was interrupted after a checkpoint can be resumed");
                }
                RunId id = RunId.parse(run.id()).orElseThrow();
                List<Long> checkpoints = now.checkpoints();
                long last = checkpoints.get(checkpoints.size() - 1);
                for (Path part : now.parts()) {
                    if (StoredRun.partStep(part) > last) {
                        Files.delete(part);
                    }
                }
                return new RunWriter(this, id, now.folder(), ProcessLock.acquire(lockOf(id)));
            }
        });
    }

    /** Moves a written run among the finished ones. */
    StoredRun commit(RunId id, Path written) {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                Path place = runs.resolve(id.toString());
                DurableFiles.force(written);
                DurableFiles.move(written, place);
                Files.deleteIfExists(lockOf(id));
                catalogue.sync(finished());
                return new StoredRun(this, id, place, RunSummary.Status.FINISHED);
            }
        });
    }

    /** Sorts out what a writer left that did not finish. */
    void leave() {
        writing(() -> {
            try (ProcessLock lock = lock()) {
                cleanUp();
            }
        });
    }

    @Override
    public List<RunSummary> list() {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                List<RunSummary> all =
                        new ArrayList<>(catalogue.sync(finished()).values());
                unfinished().values().forEach(run -> all.add(run.summary()));
                all.sort(Comparator.comparing(RunSummary::started)
                        .thenComparing(RunSummary::id)
                        .reversed());
                return all;
            }
        });
    }

    /** The rows of every finished run: a Parquet file each. */
    List<Path> columnFiles() {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                return finished().values().stream()
                        .flatMap(run -> run.columns().stream())
                        .toList();
            }
        });
    }

    @Override
    public StoredRun find(String id) {
        return writing(() -> {
            try (ProcessLock lock = lock()) {
                Map<String, StoredRun> all = all();
                List<String> matches =
                        all.keySet().stream().filter(k -> k.startsWith(id)).toList();
                if (!all.containsKey(id) && matches.size() > 1) {
                    throw new InputException("run " + id + ": is the start of " + matches.size() + " runs: "
                            + String.join(", ", matches.subList(0, Math.min(5, matches.size()))));
                }
                return require(matches.size() == 1 ? matches.get(0) : id);
            }
        });
    }

    @Override
    public void delete(String id) {
        writing(() -> {
            try (ProcessLock lock = lock()) {
                StoredRun run = require(id);
                if (run.status() == RunSummary.Status.RUNNING) {
                    throw new InputException("run " + id + ": is being written; stop that first");
                }
                discard(run.folder());
                catalogue.sync(finished());
            }
        });
    }

    private StoredRun require(String id) throws IOException {
        Map<String, StoredRun> all = all();
        StoredRun run = all.get(id);
        if (run == null) {
            throw all.isEmpty()
                    ? new InputException("run " + id + ": unknown; there are no runs in " + folder)
                    : InputException.unknown("run", id, all.keySet());
        }
        return run;
    }

    private Map<String, StoredRun> all() throws IOException {
        Map<String, StoredRun> all = finished();
        all.putAll(unfinished());
        return all;
    }

    private Map<String, StoredRun> finished() throws IOException {
        Map<String, StoredRun> found = new TreeMap<>();
        for (Path place : DurableFiles.list(runs)) {
            RunId.parse(name(place))
                    .ifPresent(
                            id -> found.put(id.toString(), new StoredRun(this, id, place, RunSummary.Status.FINISHED)));
        }
        return found;
    }

    private Map<String, StoredRun> unfinished() throws IOException {
        Map<String, StoredRun> found = new TreeMap<>();
        for (Path place : DurableFiles.list(unfinished)) {
            Optional<RunId> id = RunId.parse(name(place));
            if (id.isPresent()) {
                RunSummary.Status status =
                        isBeingWritten(id.get()) ? RunSummary.Status.RUNNING : RunSummary.Status.RESUMABLE;
                found.put(id.get().toString(), new StoredRun(this, id.get(), place, status));
            }
        }
        return found;
    }

    private boolean isBeingWritten(RunId id) throws IOException {
        Optional<ProcessLock> free = ProcessLock.tryAcquire(lockOf(id));
        free.ifPresent(ProcessLock::close);
        return free.isEmpty();
    }

    /** Removes what nobody writes and nobody can resume. */
    private void cleanUp() throws IOException {
        for (StoredRun run : unfinished().values()) {
            if (run.status() == RunSummary.Status.RESUMABLE && run.checkpoints().isEmpty()) {
                discard(run.folder());
            }
        }
        for (Path lock : DurableFiles.list(unfinished)) {
            String name = name(lock);
            if (name.endsWith(LOCK)
                    && !Files.exists(unfinished.resolve(name.substring(0, name.length() - LOCK.length())))) {
                Files.delete(lock);
            }
        }
        for (Path leftover : DurableFiles.list(trash)) {
            DurableFiles.deleteTree(leftover);
        }
    }

    /** Takes a folder away in one step, then deletes it. */
    private void discard(Path place) throws IOException {
        Path gone = trash.resolve(name(place));
        DurableFiles.move(place, gone);
        DurableFiles.deleteTree(gone);
    }

    private static final String LOCK = ".lock";

    private Path lockOf(RunId id) {
        return unfinished.resolve(id + LOCK);
    }

    private ProcessLock lock() throws IOException {
        return ProcessLock.acquire(folder.resolve("lock"));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Work on the store's files that returns something. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Work on the store's files. */
    interface Action {
        void run() throws IOException;
    }

    <T> T writing(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new InputException("store " + folder + ": " + Documents.oneLine(e)
                    + "; use a folder that can be written (--store or EOSLAB_HOME)");
        }
    }

    void writing(Action action) {
        writing(() -> {
            action.run();
            return true;
        });
    }
}
