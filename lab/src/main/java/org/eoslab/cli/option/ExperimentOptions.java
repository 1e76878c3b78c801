package org.eoslab.cli.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.InitFile;
import org.eoslab.job.NamedExperiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which experiment: shared by every command that takes one. */
public final class ExperimentOptions {
    @Parameters(
            paramLabel = "NAME|FILE.yaml",
            description = "a preset (see eos presets) or an experiment file; to verify, a stored run's ID too")
    private String name = "";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "change a setting; may be repeated")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--steps", paramLabel = "N", description = "how many steps")
    private @Nullable String steps;

    @Option(names = "--quick", description = "the preset's smaller version, which finishes in seconds")
    private boolean quick;

    @Option(
            names = "--init",
            paramLabel = "FILE",
            description = "initial parameters: one number a line, or .npy (float32 or float64)")
    private @Nullable Path init;

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
    private @Nullable Path data;

    /** What it is called on the command line. */
    public String name() {
        return name;
    }

    /** The first of the options that is given, which changes the experiment; empty where it is taken as it is. */
    public Optional<String> changed() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--set", !changes.isEmpty());
        given.put("--steps", steps != null);
        given.put("--quick", quick);
        given.put("--init", init != null);
        given.put("--data", data != null);
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Reads the preset or file and applies the options. */
    public NamedExperiment load() {
        return load(new ExperimentSource());
    }

    /** The same from a source of one's own. */
    public NamedExperiment load(ExperimentSource source) {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        if (steps != null) {
            all.put("steps", steps);
        }
        if (data != null) {
            all.put("data", data.toString());
        }
        NamedExperiment loaded = source.load(name, quick);
        // Named from here, wherever the record will be.
        ExperimentSource.locate(all, loaded.experiment().model(), Path.of("here"));
        Experiment experiment = loaded.experiment().with(all);
        return new NamedExperiment(loaded.name(), init == null ? experiment : experiment.from(InitFile.read(init)));
    }

    /** The step that the text of an option is. */
    public static long parseStep(String option, String text) {
        try {
            long value = Long.parseLong(text.trim());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for both
        }
        throw new InputException(option + ": " + text + " is not allowed; it must be a whole number, at least 0");
    }
}
