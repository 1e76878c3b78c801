package org.eoslab.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.option.SparkOption;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.job.Job;
import org.eoslab.store.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos fork}: a new run that goes on from a step of a stored one, with the same or other settings. */
@Command(name = "fork", description = "Go on from a step of a stored run with the same or other settings.")
public final class ForkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the run (see eos runs)")
    private String id = "";

    @Option(names = "--at", paramLabel = "STEP", required = true, description = "the step to go on from")
    private String at = "";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "change a setting; may be repeated")
    private Map<String, String> changes = new LinkedHashMap<>();

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
        long step = ExperimentOptions.parseStep("--at", at);
        String name = stored.summary().name();
        Interruption.install();
        Job.Result result;
        try (SparkOption.Open place = spark.open();
                RunProgress progress = new RunProgress(stored.id(), stored.steps())) {
            place.check(place.source().experiment(stored).model());
            result =
                    new Job(store.open(), place.source(), record::shown, List.of(progress)).fork(stored, step, changes);
        }
        return new JobOutput(spec.commandLine().getOut(), spec.commandLine().getErr(), json).print(name, result);
    }
}
