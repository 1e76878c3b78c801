package org.eoslab.cli.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    @Parameters(paramLabel = "NAME|FILE.yaml", description = "a preset (see eos presets) or an experiment file")
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

    /** Reads the preset or file and applies the options. */
    public NamedExperiment load() {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        if (steps != null) {
            all.put("steps", steps);
        }
        if (data != null) {
            all.put("data", data.toString());
        }
        NamedExperiment loaded = new ExperimentSource().load(name, quick);
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
