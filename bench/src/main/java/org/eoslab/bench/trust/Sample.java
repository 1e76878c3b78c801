package org.eoslab.bench.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.run.Recording;
import org.eoslab.store.FolderStore;

/**
 * A store with one of everything: a finished run of a small model and of a network, a fork, an unfinished run, a sweep, a border.
 *
 * @param folder the store's
 * @param run a finished run
 * @param network a finished run of a network
 * @param fork of the first
 * @param unfinished stopped half-way
 */
record Sample(Path folder, String run, String network, String fork, String unfinished) {
    static final String SWEEP = String.join(
            "\n",
            "preset: canonical",
            "steps: 300",
            "sweep:",
            "  axes:",
            "    eta: {from: 1, to: 4, points: 2000}",
            "");
    static final String BORDER = String.join(
            "\n",
            "preset: canonical",
            "steps: 500",
            "sweep:",
            "  axes:",
            "    eta: {from: 0.5, to: 4.5, points: 33}",
            "    alpha: {from: 0.3, to: 1, points: 33}",
            "border: {of: regime, coarse: 8, tolerance: 1e-3}",
            "");

    /** Makes it. */
    static Sample make(Path folder) throws IOException {
        String store = folder.toString();
        FolderStore opened = FolderStore.open(folder, Clock.systemUTC());
        String run = made(opened, "run", "canonical", "--steps", "2000", "--store", store);
        String network = made(opened, "run", "chebyshev-3", "--steps", "4", "--store", store);
        String fork = made(opened, "fork", run, "--at", "500", "--set", "eta=3.1", "--store", store);
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("steps", 3000));
        Job job = new Job(
                opened,
                new ExperimentSource(catalogue),
                e -> Recording.ALL,
                List.of((state, row) -> state.step() < 1500));
        String unfinished = job.run(new NamedExperiment("canonical", experiment), Recording.ALL)
                .id();
        sweep(folder, "plane", SWEEP);
        sweep(folder, "edge", BORDER);
        return new Sample(folder, run, network, fork, unfinished);
    }

    /** Runs a command that adds a run; returns its id. */
    private static String made(FolderStore store, String... arguments) {
        List<String> before = store.list().stream().map(r -> r.id()).toList();
        InstalledProgram.must(arguments);
        return store.list().stream()
                .map(r -> r.id())
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static void sweep(Path folder, String name, String text) throws IOException {
        Path work = Files.createTempDirectory("trust");
        Path file = Files.writeString(work.resolve(name + ".yaml"), text);
        InstalledProgram.must(
                "sweep",
                file.toString(),
                "--out",
                folder.resolve("sweeps").resolve(name).toString());
        Files.delete(file);
        Files.delete(work);
    }
}
