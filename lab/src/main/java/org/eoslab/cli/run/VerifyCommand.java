package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.job.RowMemory;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import org.eoslab.view.ClaimDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos verify}: checks every claim on an experiment or on a stored run, and prints a row each. */
@Command(
        name = "verify",
        description =
                "Check every applicable claim, on an experiment or on the rows of a stored run: verdict, margin, worst step, attained constant.")
public final class VerifyCommand implements Callable<Integer> {
    private static final int DIGITS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--rigorous",
            description = "prove each claim for the exact trajectory, in interval arithmetic (the paper's model)")
    private boolean rigorous;

    @Option(names = "--digits", paramLabel = "N", description = "decimal digits to begin with (default: 100)")
    private @Nullable Integer digits;

    @Mixin
    private StoreOption store = new StoreOption();

    @ArgGroup(validate = false, heading = "Constants of the claims about the paper's model:%n")
    private ConstantsOptions constants = new ConstantsOptions();

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        if (digits != null && (!rigorous || digits < 10 || digits > Rigorous.MAX_DIGITS)) {
            throw new InputException("--digits: " + digits
                    + " is not allowed; it goes with --rigorous and must be from 10 to " + Rigorous.MAX_DIGITS);
        }
        ExperimentSource source = new ExperimentSource();
        if (!source.takes(options.name()) && store.knows(options.name())) {
            return stored(source);
        }
        NamedExperiment loaded = options.load();
        return rigorous ? prove(loaded, digits == null ? DIGITS : digits) : observe(loaded);
    }

    private int stored(ExperimentSource source) {
        FolderStore runs = store.open();
        StoredRun run = runs.find(options.name());
        options.changed().ifPresent(option -> {
            throw new InputException(option + ": is not allowed; the claims are checked on the rows of run " + run.id()
                    + " as they are");
        });
        Job job = new Job(runs, source, experiment -> Recording.ALL, List.of());
        NamedExperiment loaded = job.experiment(run);
        if (rigorous) {
            return prove(loaded, digits == null ? DIGITS : digits);
        }
        Run finished = job.finished(run, constants::in);
        print(loaded, finished.findings(), finished.certificate(), Map.of("run", run.id()));
        return JobOutput.exitCode(finished);
    }

    private int observe(NamedExperiment loaded) {
        Experiment experiment = constants.in(loaded.experiment());
        Run.InProgress running = RowMemory.checked(Run.InProgress.begin(experiment, Recording.ALL));
        if (running.problem().claims().isEmpty()) {
            print(loaded, List.of(), Optional.empty(), Map.of());
            return ExitCode.OK;
        }
        Interruption.install();
        Run run;
        try (RunProgress progress = new RunProgress(loaded.name(), experiment.steps())) {
            run = running.finish(List.of(progress));
        }
        if (run.trajectory().outcome() == Outcome.STOPPED) {
            return new JobOutput(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                    .exitCode(run, "its claims are not checked");
        }
        print(loaded, run.findings(), run.certificate(), Map.of());
        return JobOutput.exitCode(run);
    }

    private int prove(NamedExperiment loaded, int digits) {
        Experiment experiment = constants.in(loaded.experiment());
        if (experiment.init().isPresent()) {
            throw new InputException("--rigorous: --init is not allowed; proofs are from the start in the settings");
        }
        Rigorous rigorous = experiment
                .model()
                .rigorous(experiment.settings())
                .orElseThrow(() -> new InputException("--rigorous: model "
                        + experiment.model().name() + " is not allowed; there are no proofs for it"));
        RigorousReport report;
        try (RigorousProgress progress = new RigorousProgress(loaded.name())) {
            report = rigorous.check(experiment.steps(), digits, progress);
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("digits", report.digits());
        more.put("steps", report.steps());
        print(loaded, report.findings(), report.certificate(), more);
        return report.findings().stream().anyMatch(f -> f.verdict() == Verdict.DISPROVED)
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private void print(
            NamedExperiment loaded,
            List<Finding> findings,
            Optional<Certificate> certificate,
            Map<String, Object> more) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("preset", loaded.name());
            document.put("settings", loaded.experiment().settings().acting());
            document.putAll(more);
            document.put("claims", findings.stream().map(ClaimDocument::of).toList());
            document.put("certificate", certificate.map(ClaimDocument::of).orElse(null));
            JsonDocument.print(out, document);
            return;
        }
        if (findings.isEmpty()) {
            out.println("  nothing to check: there are no claims about the model "
                    + loaded.experiment().model().name());
        }
        Report report = new Report(out);
        report.findings(findings);
        certificate.ifPresent(report::certificate);
        if (more.containsKey("digits")) {
            out.println("  decided with " + more.get("digits") + " digits over " + more.get("steps") + " steps");
        }
        if (more.containsKey("run")) {
            out.println("  on the rows of run " + more.get("run") + " as they are stored");
        }
        out.flush();
    }
}
