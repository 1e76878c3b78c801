package org.eoslab.web.watch;

import java.util.List;
import java.util.function.Consumer;
import org.eoslab.experiment.Experiment;
import org.eoslab.run.Recording;
import org.eoslab.store.RunStore;
import org.eoslab.store.RunSummary;
import org.eoslab.store.RunWriter;
import org.eoslab.store.StoredRun;

/** A store that tells {@code begun} the id of each run that it begins to keep. */
record NotedStore(RunStore store, Consumer<String> begun) implements RunStore {
    @Override
    public RunWriter begin(String name, Experiment experiment, Recording recording) {
        RunWriter writer = store.begin(name, experiment, recording);
        begun.accept(writer.id());
        return writer;
    }

    @Override
    public List<RunSummary> list() {
        return store.list();
    }

    @Override
    public StoredRun find(String id) {
        return store.find(id);
    }

    @Override
    public void delete(String id) {
        store.delete(id);
    }
}
