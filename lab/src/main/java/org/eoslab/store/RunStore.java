package org.eoslab.store;

import java.util.List;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Recording;

/** Where runs are kept. Safe to use from several threads and several processes at once. */
public interface RunStore {
    /**
     * Begins a run; nothing of it is seen as finished before {@link RunWriter#finish}.
     *
     * @param name the preset or the stem of the experiment file: the start of the run's id
     * @param experiment what is run
     * @param recording which steps of it are kept
     * @throws InputException when the store cannot be written
     */
    RunWriter begin(String name, Experiment experiment, Recording recording);

    /** Begins a run of which every step is kept. */
    default RunWriter begin(String name, Experiment experiment) {
        return begin(name, experiment, Recording.ALL);
    }

    /** All runs, the newest first. */
    List<RunSummary> list();

    /**
     * The run with that id, or the only one whose id starts so.
     *
     * @throws InputException for an unknown id, naming the nearest, and for the start of several
     */
    StoredRun find(String id);

    /**
     * Deletes the run with exactly that id.
     *
     * @throws InputException for an unknown id, naming the nearest, and for a run being written
     */
    void delete(String id);
}
