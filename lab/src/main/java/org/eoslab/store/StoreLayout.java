package org.eoslab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eoslab.experiment.InputException;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.ProcessLock;

/**
 * The folders and locks of a store, as {@link org.eoslab.store} lays them out: which runs are there, and how they change place.
 * What moves or removes anything is called with {@link #lock} held.
 *
 * @param folder the store's
 */
record StoreLayout(Path folder) {
    /** The version of the layout that this program writes, and the newest it reads. */
    static final int VERSION = 1;

    private static final String VERSION_FILE = "version";
    private static final String LOCK = ".lock";

    /**
     * A run's folder.
     *
     * @param id the run's
     * @param folder where it is
     * @param status what the place says about the run
     */
    record Place(RunId id, Path folder, RunSummary.Status status) {}

    /** Makes what is absent, and removes what was left behind. */
    void prepare() throws IOException {
        Path version = folder.resolve(VERSION_FILE);
        if (Files.exists(version)) {
            checkVersion();
        } else {
            DurableFiles.write(version, path -> Files.writeString(path, VERSION + "\n"));
        }
        for (Path part : List.of(runs(), unfinished(), trash())) {
            Files.createDirectories(part);
        }
        cleanUp();
    }

    /** Whether a folder holds a store that this process may not write. */
    static boolean isArchive(Path folder) {
        return Files.exists(folder.resolve(VERSION_FILE)) && !Files.isWritable(folder);
    }

    /** Whether this program can read it; the version. */
    int checkVersion() throws IOException {
        String text = Files.readString(folder.resolve(VERSION_FILE)).strip();
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > VERSION) {
            throw new InputException(
                    "store " + folder + ": version " + text + " is not allowed; this program reads up to " + VERSION
                            + ", so use a newer one or another folder (--store or EOSLAB_HOME)");
        }
        return Integer.parseInt(text);
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private Path unfinished() {
        return folder.resolve("unfinished");
    }

    private Path trash() {
        return folder.resolve("trash");
    }

    /** Held while the catalogue is open or a folder changes place. */
    ProcessLock lock() throws IOException {
        return ProcessLock.acquire(folder.resolve("lock"));
    }

    /** Held by the process that writes a run. */
    ProcessLock lock(RunId id) throws IOException {
        return ProcessLock.acquire(lockOf(id));
    }

    private Path lockOf(RunId id) {
        return unfinished().resolve(id + LOCK);
    }

    /** Whether there is a run of that id. */
    boolean has(RunId id) {
        return Files.exists(runs().resolve(id.toString())) || Files.exists(place(id));
    }

    /** Where a run is while it is being written. */
    Path place(RunId id) {
        return unfinished().resolve(id.toString());
    }

    /** The finished runs. */
    List<Place> finishedPlaces() throws IOException {
        List<Place> found = new ArrayList<>();
        if (!Files.exists(runs())) {
            return found;
        }
        for (Path place : DurableFiles.list(runs())) {
            RunId.parse(name(place)).ifPresent(id -> found.add(new Place(id, place, RunSummary.Status.FINISHED)));
        }
        return found;
    }

    /** The others. */
    List<Place> unfinishedPlaces() throws IOException {
        List<Place> found = new ArrayList<>();
        if (!Files.exists(unfinished())) {
            return found;
        }
        for (Path place : DurableFiles.list(unfinished())) {
            Optional<RunId> id = RunId.parse(name(place));
            if (id.isPresent()) {
                boolean written = isBeingWritten(id.get());
                found.add(
                        new Place(id.get(), place, written ? RunSummary.Status.RUNNING : RunSummary.Status.RESUMABLE));
            }
        }
        return found;
    }

    /** In an archive nobody can be writing, or nobody can tell. */
    private boolean isBeingWritten(RunId id) throws IOException {
        if (isArchive(folder)) {
            return false;
        }
        Optional<ProcessLock> free = ProcessLock.tryAcquire(lockOf(id));
        free.ifPresent(ProcessLock::close);
        return free.isEmpty();
    }

    /** Makes a written run a finished one, in one step; says where it is then. */
    Path finish(RunId id) throws IOException {
        Path finished = runs().resolve(id.toString());
        DurableFiles.force(place(id));
        DurableFiles.move(place(id), finished);
        Files.deleteIfExists(lockOf(id));
        return finished;
    }

    /** Takes a folder away in one step, then deletes it. */
    void discard(Path place) throws IOException {
        Path gone = trash().resolve(name(place));
        DurableFiles.move(place, gone);
        DurableFiles.deleteTree(gone);
    }

    /** Removes what nobody writes and nobody can resume. */
    void cleanUp() throws IOException {
        for (Place run : unfinishedPlaces()) {
            if (run.status() == RunSummary.Status.RESUMABLE && !StoredRun.hasCheckpoint(run.folder())) {
                discard(run.folder());
            }
        }
        for (Path lock : DurableFiles.list(unfinished())) {
            String name = name(lock);
            if (name.endsWith(LOCK)
                    && !Files.exists(unfinished().resolve(name.substring(0, name.length() - LOCK.length())))) {
                Files.delete(lock);
            }
        }
        for (Path leftover : DurableFiles.list(trash())) {
            DurableFiles.deleteTree(leftover);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
