package org.eoslab.cli.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.option.SparkOption;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.job.Job;
import org.eoslab.run.Recording;
import org.eoslab.store.StoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos resume}: goes on with a run, to the same bits as if it had never stopped. */
@Command(
        name = "resume",
        description = "Go on with an interrupted run from its last checkpoint, or with a finished one to more steps.")
public final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the run (see eos runs)")
    private String id = "";

    @Option(names = "--steps", paramLabel = "N", description = "how many steps in all; makes a new, longer run")
    private @Nullable String steps;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private SparkOption spark = new SparkOption();

    @Mixin
    private RecordOption record = new RecordOption();

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        record.checkShownOnly();
        StoredRun stored = store.open().find(id);
        long last = steps == null ? -1 : ExperimentOptions.parseStep("--steps", steps);
        String name = stored.summary().name();
        Interruption.install();
        Job.Result result;
        try (SparkOption.Open place = spark.open();
                RunProgress progress = new RunProgress(stored.id(), steps == null ? stored.steps() : last)) {
            place.check(place.source().experiment(stored).model());
            Job job = new Job(store.open(), place.source(), e -> shown(stored, e), List.of(progress));
            result = steps == null ? job.resume(stored) : job.fork(stored, latest(stored, last), Map.of("steps", last));
        }
        return new JobOutput(spec.commandLine().getOut(), spec.commandLine().getErr(), json).print(name, result);
    }

    /** The states asked for, else what {@code eos run} would show: all rows of a run that was told to thin them, or the steps it shows by default. */
    private Recording shown(StoredRun stored, Experiment experiment) {
        return record.given() || stored.table().everyStep() ? record.shown(experiment) : Recording.ALL;
    }

    private static long latest(StoredRun stored, long last) {
        return stored.checkpoints().stream()
                .mapToLong(Long::longValue)
                .filter(s -> s <= last)
                .max()
                .orElseThrow(() -> new InputException("--steps: " + last + " is not allowed; run " + stored.id()
                        + " has checkpoints at " + stored.checkpoints() + " only"));
    }
}
