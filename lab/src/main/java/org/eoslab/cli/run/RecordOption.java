package org.eoslab.cli.run;

import java.util.stream.Stream;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.job.NamedExperiment;
import org.eoslab.run.Recording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --record}: which steps are kept and shown. */
final class RecordOption {
    private static final String EVERY = "every:";
    private static final int SHOWN_BY_DEFAULT = 200;

    @Option(
            names = "--record",
            paramLabel = "STEPS|every:N",
            description = "the states to show: steps such as 0,10,100; or keep and show only every N-th step")
    private @Nullable String record;

    /** What the run keeps: every step, unless it was told to thin. */
    Recording kept() {
        return record != null && record.startsWith(EVERY) ? parsed(record) : Recording.ALL;
    }

    /** Which of the kept steps JSON shows. */
    Recording shown(Experiment experiment) {
        if (record != null) {
            return parsed(record);
        }
        // A network's curvature is read only every so many steps: show states that have a reading.
        Settings settings = experiment.settings();
        long reading = settings.has(ReadingsSetting.EVERY) ? settings.get(ReadingsSetting.EVERY) : 1;
        return new Recording.Every(reading * Math.max(1, experiment.steps() / reading / SHOWN_BY_DEFAULT));
    }

    /** The experiment with a reading of the curvature at each step that is to be shown. */
    NamedExperiment read(NamedExperiment loaded) {
        return record != null && parsed(record) instanceof Recording.Steps steps
                ? new NamedExperiment(loaded.name(), ReadingsSetting.with(loaded.experiment(), steps.sorted()))
                : loaded;
    }

    private static Recording parsed(String text) {
        if (text.startsWith(EVERY)) {
            long interval = ExperimentOptions.parseStep("--record", text.substring(EVERY.length()));
            if (interval < 1) {
                throw new InputException("--record: " + text + " is not allowed; N must be at least 1");
            }
            return new Recording.Every(interval);
        }
        long[] steps = Stream.of(text.split(","))
                .mapToLong(s -> ExperimentOptions.parseStep("--record", s))
                .sorted()
                .distinct()
                .toArray();
        return new Recording.Steps(steps);
    }
}
