package org.eoslab.cli.tool;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.experiment.InputException;
import org.eoslab.job.HessianEnd;
import org.eoslab.job.HessianPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos sharpness}: the eigenvalues at an end of a Hessian's spectrum: of a network's file, an experiment's start or a stored run. */
@Command(
        name = "sharpness",
        description =
                "Only a number: the largest eigenvalues of a loss's Hessian, of a network from PyTorch, an experiment"
                        + " file or a stored run.")
public final class SharpnessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "a stored run (see eos runs)")
    private @Nullable String id;

    @Option(names = "--at", paramLabel = "STEP", description = "the step of a stored run (default: its last)")
    private @Nullable String at;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "a TorchScript file, or an experiment file (or preset), whose start is taken")
    private @Nullable String network;

    @Option(names = "--inputs", paramLabel = "FILE", description = "of the network: .npy, or .npz as file.npz:x")
    private @Nullable String inputs;

    @Option(names = "--targets", paramLabel = "FILE", description = "numbers of the output's shape, or labels")
    private @Nullable String targets;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description = "half-mse (default), mse, cross-entropy, binary-cross-entropy or huber")
    private @Nullable String loss;

    @Option(
            names = "--parameters",
            paramLabel = "NAMES",
            description = "of which the Hessian is the block, such as \"layer2.*\" (default: all)")
    private @Nullable String parameters;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "change a setting, such as mode=eval; may be repeated")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--eigenvalues", paramLabel = "K", description = "how many (default: ${DEFAULT-VALUE})")
    private int eigenvalues = 1;

    @Option(names = "--smallest", description = "the smallest instead of the largest")
    private boolean smallest;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "bound of a residual, relative to the eigenvalue (default: ${DEFAULT-VALUE})")
    private double tolerance = 1e-4;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        check();
        HessianPlace place = id == null
                ? HessianPlace.of(String.valueOf(network), settings())
                : HessianPlace.of(store.open(), id, at == null ? -1 : ExperimentOptions.parseStep("--at", at));
        HessianEnd end;
        try (ConsoleBar bar = new ConsoleBar("sharpness", 1, -1, " products", 1)) {
            end = HessianEnd.of(
                    place.problem(),
                    place.state().parameters(),
                    new HessianEnd.Search(eigenvalues, smallest, tolerance),
                    bar::to);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonDocument.print(out, SharpnessReport.document(end));
        } else {
            new SharpnessReport(place, end, smallest).print(out);
        }
        if (!end.converged()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("eos: not to the tolerance after " + end.products()
                    + " products; the residuals say how far from an eigenvalue they may be");
            err.flush();
        }
        return ExitCode.OK;
    }

    private void check() {
        if ((id == null) == (network == null)) {
            throw new InputException("what is looked at is not said; give --network FILE, or the ID of a stored run");
        }
        if (id == null && at != null) {
            throw new InputException("--at: " + at + " has no effect with --network; it is a step of a stored run");
        }
        if (id != null && !settings().isEmpty()) {
            throw new InputException(
                    settings().keySet().iterator().next() + ": has no effect on a stored run, which has its settings");
        }
        if (eigenvalues < 1) {
            throw new InputException("--eigenvalues: " + eigenvalues + " is not allowed; it must be at least 1");
        }
        if (!(tolerance >= 1e-12 && tolerance <= 0.1)) {
            throw new InputException("--tolerance: " + InputException.shown(tolerance)
                    + " is not allowed; it must be between 1e-12 and 0.1");
        }
    }

    /** What the options set. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(changes);
        put(settings, "inputs", inputs);
        put(settings, "targets", targets);
        put(settings, "loss", loss);
        put(settings, "parameters", parameters);
        return settings;
    }

    private static void put(Map<String, Object> settings, String key, @Nullable String value) {
        if (value != null) {
            settings.put(key, value);
        }
    }
}
