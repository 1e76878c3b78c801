package org.eoslab.bench.trust.fuzz;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Setting;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.NamedExperiment;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.job.sweep.border.BorderSettings;
import org.eoslab.store.file.DurableFiles;

/** What is typed: formulas, experiment files, settings, sweep files, queries. */
final class TextKinds {
    /** Steps of a run: that many are over at once, whatever the settings. */
    private static final String STEPS = "20";

    /** One sweep in so many is made, and drawn; the others are read. */
    private static final int SWEPT = 10;

    private TextKinds() {}

    static List<Kind> all() {
        Catalogue catalogue = Catalogue.load();
        List<NamedExperiment> small = small(catalogue);
        ExperimentSource source = new ExperimentSource(catalogue);
        return List.of(
                kind("formula", 60, (folder, random) -> formula(source, folder, random)),
                kind("experiment file", 50, (folder, random) -> experiment(source, small, folder, random)),
                kind("--set", 60, (folder, random) -> settings(source, small, random)),
                kind("sweep file", 2, TextKinds::sweep));
    }

    /** The presets that are over at once. */
    static List<NamedExperiment> small(Catalogue catalogue) {
        return catalogue.presets().stream()
                .map(preset -> new NamedExperiment(preset.name(), catalogue.experiment(preset)))
                .filter(named -> named.experiment().model().live())
                .toList();
    }

    private interface Maker {
        Kind.Attempt next(Path folder, Random random) throws IOException;
    }

    private static Kind kind(String name, int share, Maker maker) {
        return new Kind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int share() {
                return share;
            }

            @Override
            public Attempt next(Path folder, Random random) throws IOException {
                return maker.next(folder, random);
            }
        };
    }

    private static Kind.Attempt run(ExperimentSource source, Path file, String shown, Random random) {
        return Commands.run(shown, source, file.toString(), Map.of("steps", STEPS), random);
    }

    private static Kind.Attempt formula(ExperimentSource source, Path folder, Random random) throws IOException {
        String loss = expression(random, 4);
        if (random.nextInt(3) == 0) {
            loss = Mutation.text(loss, random);
        }
        loss += " + 0.1*(x^2 + y^2 + norm(w)^2)";
        String text = "model: formula\nloss: "
                + new YAMLMapper().writeValueAsString(loss).substring(4) + "start: {x: " + random.nextGaussian()
                + ", y: 1, w: [1, 2]}\neta: 0.01\nsteps: 10\n";
        return run(source, Files.writeString(folder.resolve("own.yaml"), text), loss, random);
    }

    private static String expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return Mutation.one(
                    List.of("x", "y", "w[1]", "w[2]", "2", "0.5", "pi", "sum(w)", "norm(w)", "dot(w, w)"), random);
        }
        String a = expression(random, depth - 1);
        String b = expression(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> a + " " + Mutation.one(List.of("+", "-", "*", "/", "^"), random) + " " + b;
            case 1 -> "(" + a + ")" + Mutation.one(List.of("^2", "²", "**3", "^0.5", "^-1"), random);
            case 2 -> "if(" + a + Mutation.one(List.of(" < ", " >= ", " == "), random) + b + ", " + b + ", " + a + ")";
            case 3 -> Mutation.one(List.of("min", "max", "pow"), random) + "(" + a + ", " + b + ")";
            default ->
                Mutation.one(
                                List.of(
                                        "exp",
                                        "log",
                                        "log1p",
                                        "expm1",
                                        "sqrt",
                                        "cbrt",
                                        "sin",
                                        "tan",
                                        "atan",
                                        "tanh",
                                        "cosh",
                                        "abs",
                                        "sign",
                                        "sigmoid",
                                        "softplus",
                                        "relu",
                                        "erf",
                                        "normcdf",
                                        "acos",
                                        "asin"),
                                random)
                        + "(" + a + ")";
        };
    }

    private static Kind.Attempt experiment(
            ExperimentSource source, List<NamedExperiment> small, Path folder, Random random) throws IOException {
        Experiment experiment = Mutation.one(small, random).experiment();
        String text = new YAMLMapper().writeValueAsString(experiment.toMap());
        String changed = changed(text, random);
        return run(source, Files.writeString(folder.resolve("own.yaml"), changed), changed, random);
    }

    /** Three numbers near what they were, and every other time one more place, whatever comes of it. */
    private static String changed(String text, Random random) {
        String changed = text;
        for (int i = 0; i < 3; i++) {
            changed = Mutation.near(changed, random);
        }
        return random.nextBoolean() ? Mutation.text(changed, random) : changed;
    }

    /** Every other time the words that the settings allow. */
    private static Kind.Attempt settings(ExperimentSource source, List<NamedExperiment> small, Random random) {
        NamedExperiment preset = Mutation.one(small, random);
        Map<String, String> changes = new LinkedHashMap<>(Map.of("steps", STEPS));
        for (int i = random.nextInt(3); i >= 0; i--) {
            Setting<?> setting = Mutation.one(preset.experiment().model().settings(), random);
            String value = random.nextInt(4) == 0 ? Mutation.number(random) : value(setting, random);
            changes.put(setting.name(), value);
        }
        return Commands.run("", source, preset.name(), changes, random);
    }

    /** Something near what the setting is, or one of the words that it allows. */
    private static String value(Setting<?> setting, Random random) {
        return switch (setting.kind()) {
            case NUMBER ->
                String.valueOf(
                        (setting.defaultValue() instanceof Double number ? number : 1) * (0.5 + random.nextDouble()));
            case INTEGER -> String.valueOf(random.nextInt(20));
            default ->
                Mutation.one(
                        List.of(setting.allowed()
                                .replaceFirst("^(one|some) of ", "")
                                .split(", ?")),
                        random);
        };
    }

    private static Kind.Attempt sweep(Path folder, Random random) throws IOException {
        String text = Mutation.one(
                List.of(
                        "preset: canonical\nsteps: 20\nsweep:\n  axes:\n    eta: {from: 1, to: 4, points: 5}\n",
                        "preset: zhu\nsteps: 9\nsweep:\n  axes:\n    eta: {values: [0.1, 0.2]}\n    seed: {from: 1, to: 3, points: 3}\n",
                        "model: formula\nloss: log(cosh(x*y))\nstart: {x: 1, y: 2}\neta: 0.1\nsteps: 10\nsweep:\n  design: random\n  runs: 7\n"
                                + "  seed: 3\n  axes:\n    start.x: {from: 0, to: 1}\n",
                        "preset: canonical\nsteps: 30\nsweep:\n  axes:\n    eta: {from: 1, to: 4, points: 9}\n    alpha: {from: 0.3, to: 1, points: 9}\n"
                                + "border: {of: regime, coarse: 3, tolerance: 1e-1}\n"),
                random);
        text = changed(text, random);
        // What is above this budget would be right, and take its time.
        String bounded = text.contains("sweep:\n")
                ? text.replaceFirst("sweep:\n", "sweep:\n  budget: {runs: 500, steps: 20000}\n")
                : text;
        Path file = Files.writeString(folder.resolve("own.yaml"), bounded);
        Path out = folder.resolveSibling("out");
        List<String> arguments = List.of("sweep", file.toString(), "--out", out.toString(), "--json");
        if (random.nextInt(SWEPT) > 0) {
            return Commands.direct(text, arguments, () -> BorderSettings.of(SweepFile.read(file)));
        }
        Kind.Attempt typed = Commands.typed(text, arguments);
        return new Kind.Attempt(typed.text(), () -> {
            try {
                return typed.act().run();
            } finally {
                if (Files.exists(out)) {
                    DurableFiles.deleteTree(out);
                }
            }
        });
    }
}
