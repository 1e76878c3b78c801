package org.eoslab.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.option.SparkOption;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.job.RowMemory;
import org.eoslab.job.RunJson;
import org.eoslab.store.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos run}: runs an experiment, checks its claims, stores and draws it. */
@Command(name = "run", description = "Run an experiment: verify its claims, draw it, keep it in the store.")
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private SparkOption spark = new SparkOption();

    @Option(names = "--no-store", description = "do not keep the run")
    private boolean noStore;

    @Option(names = "--out", paramLabel = "DIR", description = "copy the run's files there too")
    private @Nullable Path out;

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        if (noStore && out != null) {
            throw new InputException("--out: the files are copied from the store, so it does not go with --no-store");
        }
        try (SparkOption.Open place = spark.open()) {
            NamedExperiment loaded = record.read(options.load(place.source()));
            place.check(loaded.experiment().model());
            JobOutput output = new JobOutput(
                    spec.commandLine().getOut(), spec.commandLine().getErr(), json);
            Interruption.install();
            return noStore ? once(loaded, output) : keep(loaded, output, place.source());
        }
    }

    private int once(NamedExperiment loaded, JobOutput output) {
        Experiment experiment = loaded.experiment();
        long started = System.nanoTime();
        Run run;
        try (RunProgress progress = new RunProgress(loaded.name(), experiment.steps())) {
            run = RowMemory.checked(Run.InProgress.begin(experiment, record.kept()))
                    .finish(List.of(progress));
        }
        Map<String, Object> document = RunJson.of(run, null, loaded.name(), record.shown(experiment));
        document.put("seconds", (System.nanoTime() - started) / 1e9);
        output.print(loaded.name(), run, document, List.of());
        return output.exitCode(run, "nothing of it is kept (--no-store)");
    }

    private int keep(NamedExperiment loaded, JobOutput output, ExperimentSource source) {
        RunStore opened = store.open();
        long last = loaded.experiment().steps();
        Job.Result result;
        try (RunProgress progress = new RunProgress(loaded.name(), last)) {
            Job job = new Job(opened, source, record::shown, List.of(progress));
            result = job.run(loaded, record.kept());
        }
        if (out != null) {
            copy(result.files(), out);
        }
        return output.print(loaded.name(), result);
    }

    private static void copy(List<Path> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new InputException("--out: " + folder + ": cannot be written: " + e.getMessage());
        }
    }
}
