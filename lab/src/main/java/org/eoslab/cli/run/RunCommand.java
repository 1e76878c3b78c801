package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.claim.Verdict;
import org.eoslab.cli.ExitCode;
import org.eoslab.cli.ExperimentOptions;
import org.eoslab.cli.Json;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.job.Loaded;
import org.eoslab.job.RunJson;
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

    @Option(names = "--no-store", description = "do not keep the run")
    private boolean noStore;

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Loaded loaded = options.load();
        Experiment experiment = loaded.experiment();
        long started = System.nanoTime();
        Problem problem = experiment.model().build(experiment.settings());
        Run run = Run.of(experiment, problem, loaded.start(problem), record.kept(), List.of());
        double seconds = (System.nanoTime() - started) / 1e9;
        Map<String, Object> document = RunJson.of(run, null, loaded.name(), record.shown(experiment.steps()));
        document.put("seconds", seconds);
        document.put("files", List.of());
        if (json) {
            Json.print(out, document);
        } else {
            new Report(out).print(loaded.name(), run);
            out.flush();
        }
        return exitCode(run);
    }

    /** Fine, unless a claim fails or the run diverged where no claim expected it. */
    static int exitCode(Run run) {
        boolean failed =
                run.findings().stream().anyMatch(f -> f.verdict() == Verdict.FAILS || f.verdict() == Verdict.DISPROVED);
        return failed || run.divergedUnexpectedly() ? ExitCode.FAILED : ExitCode.OK;
    }
}
