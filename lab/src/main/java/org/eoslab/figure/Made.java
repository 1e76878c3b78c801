package org.eoslab.figure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.trajectory.Observer;
import org.eoslab.trajectory.Recording;

/** What several figures need: runs of presets, and findings of their own. */
final class Made {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private Made() {}

    /** A preset with some settings changed, run and checked. */
    static Run run(String preset, Map<String, ?> changes) {
        return run(preset, changes, Recording.ALL, List.of());
    }

    /** The same, with the steps to keep and with observers told of every step. */
    static Run run(String preset, Map<String, ?> changes, Recording recording, List<Observer> observers) {
        return Run.of(CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes), recording, observers);
    }

    /** A preset's problem with some settings changed, to be run in another way than recorded step by step. */
    static Problem problem(String preset, Map<String, ?> changes) {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes);
        return experiment.model().build(experiment.settings());
    }

    /** Those of a run's findings. */
    static List<Finding> claims(Run run, String... ids) {
        Set<String> wanted = Set.of(ids);
        return run.findings().stream().filter(f -> wanted.contains(f.id())).toList();
    }

    /** A finding of the figure itself. */
    static Finding finding(String id, String statement, boolean holds, double margin, String attained) {
        return new Finding(
                id, statement, "this figure", holds ? Verdict.HOLDS : Verdict.FAILS, margin, -1, attained, "");
    }
}
