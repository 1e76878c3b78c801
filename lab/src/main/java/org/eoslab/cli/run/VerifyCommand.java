package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.ExperimentOptions;
import org.eoslab.cli.Json;
import org.eoslab.experiment.Run;
import org.eoslab.job.Loaded;
import org.eoslab.job.RunJson;
import org.eoslab.trajectory.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos verify}: checks every claim on an experiment, and prints a row each. */
@Command(name = "verify", description = "Check every applicable claim: verdict, margin, worst step, attained constant.")
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Loaded loaded = options.load();
        Run run = Run.of(loaded.experiment(), Recording.ALL, List.of());
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("preset", loaded.name());
            document.put("settings", loaded.experiment().settings().flat());
            document.put("claims", run.findings().stream().map(RunJson::claim).toList());
            document.put(
                    "certificate", run.certificate().map(RunJson::certificate).orElse(null));
            Json.print(out, document);
        } else {
            Report report = new Report(out);
            report.findings(run.findings());
            run.certificate().ifPresent(report::certificate);
            out.flush();
        }
        return JobOutput.exitCode(run);
    }
}
