package org.eoslab.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.race.RuleRace;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.job.RunRace;
import org.eoslab.plot.RaceFigures;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;
import org.eoslab.store.StoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos race}: several rules on one loss, from one start on one clock. */
@Command(
        name = "race",
        description =
                "Several rules on one loss, from one start on one clock: the distances between them, and a picture.")
public final class RaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME|FILE.yaml|ID", description = "a preset, an experiment file or a stored run")
    private String name = "";

    @Option(
            names = "--at",
            paramLabel = "STEP",
            description = "start from this step of the run, which its own rule takes it to")
    private @Nullable String at;

    @Option(
            names = "--entrants",
            paramLabel = "RULE,…",
            split = ",",
            description =
                    "words of the setting optimizer; the first sets the pace (default: the experiment's own, gradient-flow, constrained, predicted, central-flow, edge-flow, as far as the loss allows)")
    private @Nullable List<String> entrants;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "change a setting; may be repeated")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--steps", paramLabel = "N", description = "how many steps from there on")
    private @Nullable String steps;

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--out", paramLabel = "DIR", description = "where to draw it and write its rows (default: race)")
    private Path folder = Path.of("race");

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        long started = System.nanoTime();
        long from = at == null ? 0 : ExperimentOptions.parseStep("--at", at);
        Interruption.install();
        Start start = start(from);
        Experiment experiment = start.experiment.experiment();
        long last =
                steps == null ? Math.max(0, experiment.steps() - from) : ExperimentOptions.parseStep("--steps", steps);
        RuleRace usual = entrants == null ? RuleRace.of(experiment) : RuleRace.of(experiment, entrants);
        RuleRace rules = from == 0 ? usual : usual.from(start.parameters);
        RunRace race;
        try (RunProgress progress = new RunProgress(start.experiment.name(), last)) {
            race = RunRace.of(start.experiment.name(), rules, last, List.of(progress));
        }
        if (race.outcome() == Outcome.STOPPED) {
            spec.commandLine().getErr().println("eos: interrupted; nothing of the race is kept");
            return ExitCode.INTERRUPTED;
        }
        List<Path> files = draw(race);
        if (json) {
            Map<String, Object> document = race.json(record.shown(experiment.with(Map.of("steps", last))));
            document.put("from", from);
            document.put("seconds", (System.nanoTime() - started) / 1e9);
            document.put("files", files.stream().map(Path::toString).toList());
            JsonDocument.print(spec.commandLine().getOut(), document);
        } else {
            print(race, from, files);
        }
        return race.outcome() == Outcome.DIVERGED ? ExitCode.FAILED : ExitCode.OK;
    }

    /**
     * Where a race starts.
     *
     * @param experiment the experiment
     * @param parameters of its run at the step asked for; none at step 0
     */
    private record Start(NamedExperiment experiment, double[] parameters) {}

    private Start start(long from) {
        ExperimentSource source = new ExperimentSource();
        if (!source.takes(name)) {
            StoredRun run = find();
            Job job = new Job(store.open(), source, record::shown, List.of());
            if (from == 0) {
                return new Start(changed(job.experiment(run)), new double[0]);
            }
            Run.InProgress there = job.at(run, from);
            NamedExperiment ran = new NamedExperiment(run.summary().name(), there.experiment());
            return new Start(changed(ran), there.state().parameters());
        }
        NamedExperiment loaded = changed(source.load(name, false));
        if (from == 0) {
            return new Start(loaded, new double[0]);
        }
        Problem problem = loaded.experiment().build();
        State state = problem.start().copy();
        if (Simulation.advance(problem.simulation().dynamics(), state, from) == Outcome.DIVERGED) {
            throw new InputException("--at: " + from + " is not allowed; the run diverged at step " + state.step());
        }
        return new Start(loaded, state.parameters());
    }

    private StoredRun find() {
        try {
            return store.open().find(name);
        } catch (InputException e) {
            throw new InputException(
                    name + ": no preset (see eos presets), no file that ends in .yaml, and no stored run: "
                            + e.getMessage());
        }
    }

    private NamedExperiment changed(NamedExperiment loaded) {
        return new NamedExperiment(loaded.name(), loaded.experiment().with(changes));
    }

    private List<Path> draw(RunRace race) {
        if (!FigureFiles.canDraw() || race.table().rows() < 2) {
            return List.of();
        }
        double threshold = race.rules()
                .race()
                .entrants()
                .get(0)
                .dynamics()
                .stabilityThreshold(race.ends().get(0));
        try {
            Files.createDirectories(folder);
            return FigureFiles.write(
                    RaceFigures.of(race.name(), race.names(), race.lasting(), race.table(), threshold), folder);
        } catch (IOException e) {
            throw new InputException("--out: " + folder + ": cannot be written: " + e.getMessage());
        }
    }

    private void print(RunRace race, long from, List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(race.name() + ": " + race.ends().get(0).step() + " steps from "
                + (from == 0 ? "the start" : "step " + from) + ", one clock");
        out.println();
        TextTable table = new TextTable("entrant", "loss", "sharpness", "distance", "at most");
        List<String> names = race.names();
        for (int i = 0; i < names.size(); i++) {
            double[] distances = race.distances(names.get(i));
            boolean diverged = !race.ends().get(i).isFinite();
            table.row(
                    names.get(i) + (diverged ? " (diverged)" : ""),
                    Text.number(race.last(names.get(i), "loss")),
                    Text.number(race.last(names.get(i), "sharpness")),
                    Text.number(distances[distances.length - 1]),
                    Text.number(Arrays.stream(distances)
                            .filter(Double::isFinite)
                            .max()
                            .orElse(Double.NaN)));
        }
        out.println(table);
        out.println("  distances are from " + names.get(0));
        race.rules().refused().forEach((rule, why) -> out.println("  " + rule + " is not in it: " + why));
        if (!files.isEmpty()) {
            out.println("  drawn in " + folder.toAbsolutePath() + ":");
            Text.names(files).forEach(file -> out.println("    " + file));
        }
        out.flush();
    }
}
