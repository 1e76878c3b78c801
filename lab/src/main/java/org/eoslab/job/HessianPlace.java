package org.eoslab.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.run.Recording;
import org.eoslab.store.RunStore;
import org.eoslab.store.StoredRun;

/**
 * A point at which a Hessian is looked at.
 *
 * @param name of the file or run, for people
 * @param problem whose loss it is
 * @param state the parameters there
 * @param own whether the rule that changes them is the user's, and not one that stands in for none
 */
public record HessianPlace(String name, Problem problem, State state, boolean own) {
    private static final String NETWORK = "network";

    /**
     * The start of an experiment, or of the one that a network's file makes.
     *
     * @param name a preset, an experiment file, or a network's file
     * @param changes settings that differ
     */
    public static HessianPlace of(String name, Map<String, Object> changes) {
        ExperimentSource source = new ExperimentSource();
        boolean experiment = source.takes(name);
        Map<String, Object> settings = new LinkedHashMap<>(changes);
        Experiment loaded;
        if (experiment) {
            Experiment file = source.load(name, false).experiment();
            ExperimentSource.locate(settings, file.model(), Path.of("here"));
            loaded = file.with(settings);
        } else {
            settings.put("model", ofFiles(source.catalogue()).name());
            settings.put(NETWORK, name);
            settings.put("eta", 1); // which the Hessian does not depend on
            loaded = source.catalogue().experiment(settings);
        }
        Problem problem = loaded.build();
        return new HessianPlace(name, problem, problem.start(), experiment);
    }

    /** The model whose network is a file. */
    private static Model ofFiles(Catalogue catalogue) {
        return catalogue.models().stream()
                .filter(model -> model.settings().stream()
                        .anyMatch(s -> s.name().equals(NETWORK) && s.kind() == Setting.Kind.FILE))
                .findFirst()
                .orElseThrow(() -> new InputException("--network: no model on this class path takes a file"));
    }

    /**
     * A step of a stored run.
     *
     * @param run its id, or the start of it
     * @param at the step; −1 for the last
     */
    public static HessianPlace of(RunStore store, String run, long at) {
        StoredRun stored = store.find(run);
        long step = at < 0 ? stored.steps() : at;
        Run.InProgress running =
                new Job(store, new ExperimentSource(), any -> Recording.ALL, List.of()).at(stored, step);
        return new HessianPlace(stored.id() + " at step " + step, running.problem(), running.state(), true);
    }
}
