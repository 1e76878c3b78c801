package org.eoslab.cli.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.job.Version;
import org.eoslab.objective.Objective;
import org.eoslab.store.FolderStore;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.torch.Libtorch;
import org.eoslab.torch.data.DataFolder;
import org.eoslab.torch.model.PrecisionSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos doctor}: whether everything that the program needs works on this machine. */
@Command(
        name = "doctor",
        description = "Check this machine: Java, native libraries, threads, derivatives, data, the store.")
public final class DoctorCommand implements Callable<Integer> {
    /** ∛ε: where truncation and rounding of a central difference are alike, each about 1e-10 relative. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Far above those, far below what a wrong derivative gives. */
    private static final double LARGEST_ERROR = 1e-6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    /** One thing looked at. */
    private record Check(String name, boolean ok, String detail) {}

    /** What a check does; its answer is the detail, its exception the fault. */
    @FunctionalInterface
    private interface Look {
        String at() throws Exception;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(check("program", () -> "version " + Version.current()));
        checks.add(check("Java", () -> System.getProperty("java.vm.name") + " " + Runtime.version()));
        checks.add(check(
                "processors",
                () -> Runtime.getRuntime().availableProcessors() + ", "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB for Java"));
        checks.add(check("DuckDB", DoctorCommand::duckdb));
        checks.add(check("libtorch", () -> {
            Libtorch.load();
            return "loaded";
        }));
        checks.add(check("derivatives", () -> derivatives("canonical", "zhu", "kreisler", "chen-bruna", "wang")));
        checks.add(check("network derivatives", () -> derivatives("chebyshev-4")));
        checks.add(check("store", this::writable));
        checks.add(check("data folder", () -> DataFolder.of("") + " (see eos data)"));
        print(checks);
        return checks.stream().allMatch(Check::ok) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Check check(String name, Look look) {
        try {
            return new Check(name, true, look.at());
        } catch (Exception | LinkageError e) {
            return new Check(
                    name,
                    false,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void print(List<Check> checks) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonDocument.print(
                    out,
                    checks.stream()
                            .map(c -> Map.of("name", c.name, "ok", c.ok, "detail", c.detail))
                            .toList());
        } else {
            TextTable table = new TextTable("", "check", "found");
            checks.forEach(c -> table.row(c.ok ? "ok" : "FAULT", c.name, c.detail));
            out.println(table);
        }
        out.flush();
    }

    private String writable() throws IOException {
        FolderStore opened = store.open();
        Path probe = Files.createTempFile(opened.folder(), "doctor", ".tmp");
        Files.delete(probe);
        return opened.folder() + ", " + opened.list().size() + " runs";
    }

    private static String duckdb() throws SQLException {
        try (Connection connection = DuckDb.inMemory()) {
            return "loaded, " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** The gradients of these presets' losses against central differences, at their starts. */
    private static String derivatives(String... presets) {
        Catalogue catalogue = Catalogue.load();
        double worst = 0;
        for (String name : presets) {
            Experiment experiment = PrecisionSetting.inDouble(catalogue.experiment(catalogue.preset(name)));
            Problem problem = experiment.build();
            Objective objective = problem.simulation().dynamics().objective();
            worst = Math.max(worst, slopeError(objective, problem.start().parameters()));
        }
        if (!(worst < LARGEST_ERROR)) {
            throw new IllegalStateException("gradient and difference quotient differ by " + Text.number(worst));
        }
        return "gradient = difference quotient to " + Text.number(worst) + " (" + String.join(", ", presets) + ")";
    }

    /** |∇L·u − (L(w + hu) − L(w − hu))/2h|, relative, along a random direction u. */
    private static double slopeError(Objective objective, double[] w) {
        SplittableRandom random = new SplittableRandom(1);
        double[] gradient = new double[w.length];
        double value = objective.gradient(w, gradient);
        double[] plus = w.clone();
        double[] minus = w.clone();
        double slope = 0;
        for (int i = 0; i < w.length; i++) {
            double u = (random.nextDouble() - 0.5) / Math.sqrt(w.length);
            slope += gradient[i] * u;
            plus[i] += STEP * u;
            minus[i] -= STEP * u;
        }
        double quotient = (objective.value(plus) - objective.value(minus)) / (2 * STEP);
        return Math.abs(slope - quotient) / (Math.abs(slope) + Math.abs(value));
    }
}
