package org.eoslab.cli.tool;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.ExperimentOptions;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.HessianEnd;
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

/** {@code eos sharpness}: the eigenvalues at an end of a Hessian's spectrum: of a network's file, an experiment's start or a stored run. */
@Command(
        name = "sharpness",
        description =
                "Only a number: the largest eigenvalues of a loss's Hessian, of a network from PyTorch, an experiment"
                        + " file or a stored run.")
public final class SharpnessCommand implements Callable<Integer> {
    private static final String NETWORK = "network";
    private static final int WIDTH = 120;

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

    /**
     * Where to look.
     *
     * @param name of the file or run
     * @param own whether its rule of change is the user's
     */
    private record Place(String name, Problem problem, State state, boolean own) {}

    @Override
    public Integer call() {
        check();
        Place place = id == null ? start() : stored(id);
        HessianEnd end;
        try (ConsoleBar bar = new ConsoleBar("sharpness", 1, -1, " products", 1)) {
            end = HessianEnd.of(
                    place.problem,
                    place.state.parameters(),
                    new HessianEnd.Search(eigenvalues, smallest, tolerance),
                    bar::to);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonDocument.print(out, document(end));
        } else {
            print(out, place, end);
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

    /** The start of an experiment, or of the one that a network's file makes. */
    private Place start() {
        String name = String.valueOf(network);
        ExperimentSource source = new ExperimentSource();
        boolean experiment = name.endsWith(".yaml")
                || name.endsWith(".yml")
                || source.catalogue().presets().stream().map(Preset::name).anyMatch(name::equals);
        Map<String, Object> settings = settings();
        Experiment loaded;
        if (experiment) {
            Experiment file = source.load(name, false).experiment();
            ExperimentSource.locate(settings, file.model(), Path.of("here"));
            loaded = file.with(settings);
        } else {
            settings.put("model", ofFiles(source.catalogue()).name());
            settings.put(NETWORK, name);
            settings.put("eta", 1); // which the Hessian does not depend on
            loaded = source.catalogue().experiment(settings);
        }
        Problem problem = loaded.build();
        return new Place(name, problem, problem.start(), experiment);
    }

    /** The model whose network is a file. */
    private static Model ofFiles(Catalogue catalogue) {
        return catalogue.models().stream()
                .filter(model -> model.settings().stream()
                        .anyMatch(s -> s.name().equals(NETWORK) && s.kind() == Setting.Kind.FILE))
                .findFirst()
                .orElseThrow(() -> new InputException("--network: no model on this class path takes a file"));
    }

    private Place stored(String run) {
        StoredRun stored = store.open().find(run);
        long step = at == null ? stored.steps() : ExperimentOptions.parseStep("--at", at);
        Run.InProgress running =
                new Job(store.open(), new ExperimentSource(), any -> Recording.ALL, List.of()).at(stored, step);
        return new Place(stored.id() + " at step " + step, running.problem(), running.state(), true);
    }

    private static Map<String, Object> document(HessianEnd end) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("eigenvalues", end.eigenvalues());
        document.put("residuals", end.residuals());
        document.put("products", end.products());
        document.put("seconds", end.seconds());
        document.put("parameters", end.parameters());
        document.put("examples", end.examples());
        document.put("loss", end.loss());
        return document;
    }

    private void print(PrintWriter out, Place place, HessianEnd end) {
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d parameters, %,d example%s, loss %s",
                place.name,
                end.parameters(),
                end.examples(),
                end.examples() == 1 ? "" : "s",
                Text.number(end.loss())));
        out.println();
        TextTable table = new TextTable(smallest ? "smallest eigenvalues" : "largest eigenvalues", "residual");
        for (int i = 0; i < end.eigenvalues().size(); i++) {
            table.row(
                    Text.number(end.eigenvalues().get(i)),
                    Text.number(end.residuals().get(i)));
        }
        out.println(table);
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "  %d Hessian-vector products in %.2f s (%.2f s of it in the products)",
                end.products(),
                end.seconds(),
                end.productSeconds()));
        double first = end.eigenvalues().get(0);
        Text.folded("  ", smallest ? curvature(first) : limit(first, place), WIDTH, 2)
                .forEach(out::println);
        out.flush();
    }

    private static String curvature(double least) {
        return least < 0
                ? "it is negative: along its eigenvector the loss curves down, and this is no minimum"
                : "it is not negative: the loss curves down along no direction";
    }

    /** The step size up to which gradient descent is stable, and what to do with it. */
    private static String limit(double sharpness, Place place) {
        if (!(sharpness > 0)) {
            return "no eigenvalue is positive: the loss curves up along no direction, and this limits no step size";
        }
        String sentence = "2/S = " + Text.number(2 / sharpness)
                + ": here gradient descent with a step size below it is stable, and with"
                + " one above it swings along the top eigenvector, wider at every step; train with less, or let S come down"
                + " by itself (warm-up)";
        Dynamics dynamics = place.problem.simulation().dynamics();
        double threshold = dynamics.stabilityThreshold(place.state);
        if (!place.own || dynamics.preconditions() || !Double.isFinite(threshold)) {
            return sentence;
        }
        return sentence + ". The optimizer of this experiment is stable up to S = " + Text.number(threshold)
                + "; this is " + Text.number(sharpness / threshold) + " of it"
                + (sharpness > threshold ? ": too sharp" : "");
    }
}
