package org.eoslab.cli.run;

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
    private static final int SHOWN_BY_DEFAULT = 200;

    @Option(
            names = "--record",
            paramLabel = "STEPS|every:N",
            description = "the states to show: steps such as 0,10,100; or keep and show only every N-th step")
    private @Nullable String record;

    /** What the run keeps: every step, unless it was told to thin. */
    Recording kept() {
        return record != null && record.startsWith(Recording.EVERY) ? parsed(record) : Recording.ALL;
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

    /**
     * Checks it for a run that goes on, whose rows are kept as it began.
     *
     * @throws InputException unless it is absent, or says which states to show
     */
    void checkShownOnly() {
        if (record != null && !(parsed(record) instanceof Recording.Steps)) {
            throw new InputException("--record: " + record + " is said when a run begins; here steps such as 0,10,100");
        }
    }

    /** Whether it says which states to show. */
    boolean given() {
        return record != null;
    }

    /** The experiment with a reading of the curvature at each step that is to be shown. */
    NamedExperiment read(NamedExperiment loaded) {
        return record != null && parsed(record) instanceof Recording.Steps steps
                ? new NamedExperiment(loaded.name(), ReadingsSetting.with(loaded.experiment(), steps.sorted()))
                : loaded;
    }

    private static Recording parsed(String text) {
        try {
            return Recording.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InputException("--record: " + e.getMessage());
        }
    }
}
