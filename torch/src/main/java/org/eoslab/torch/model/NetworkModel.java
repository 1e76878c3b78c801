package org.eoslab.torch.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Inapplicable;
import org.eoslab.claim.edge.EdgeClaims;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.experiment.Example;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.Lanczos;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.run.probe.StabilityThreshold;
import org.eoslab.torch.Decision;
import org.eoslab.torch.InputSpan;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.eoslab.torch.Terms;
import org.eoslab.torch.data.DataSet;

/**
 * A network trained on a data set. Building one reads the data; the native library is loaded when it is run, or at once to turn few
 * examples into coordinates of their span ({@link InputSpan}), in which every rule that commutes with rotations has its parameters.
 *
 * @param name the name in files
 * @param own the settings besides those that every network has
 * @param task makes the task of all settings
 * @param place where its sums over examples are taken
 */
record NetworkModel(String name, List<Setting<?>> own, Function<Settings, Task> task, Place place)
        implements SharedModel {
    /** Every so many steps a reading starts cold besides, in case the warm start follows a pair that is not the top one. */
    private static final long AUDIT = 500;

    private static final Setting<Long> EIGENVALUES =
            Setting.integer("eigenvalues", "eigenvalues in a reading, at most", 1, 100, 1L);

    private static final String CRITICAL = "critical";

    private static final Setting<String> FOLLOW = Setting.choice(
            "follow",
            "all of those eigenvalues, or only the ones above 1.5/eta and the next",
            List.of("all", CRITICAL),
            "all");

    private static final Setting<Double> TOLERANCE = Setting.number(
            "tolerance",
            "bound of an eigenvalue's residual, relative to it",
            "between 1e-12 and 0.1",
            x -> x >= 1e-12 && x <= 0.1,
            Lanczos.TOLERANCE);

    private static final Setting<Long> AUDITS =
            Setting.integer("audit", "steps between readings checked by a cold one, 0 for none", 0, 1L << 53, AUDIT);

    /** Evaluated in this process. */
    NetworkModel(String name, List<Setting<?>> own, Function<Settings, Task> task) {
        this(name, own, task, Place.HERE);
    }

    @Override
    public NetworkModel at(Place other) {
        return new NetworkModel(name, own, task, other);
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(own);
        all.add(StepSizeSetting.ETA);
        for (Setting<?> setting : OptimizerSetting.settings(own)) {
            all.add(setting.path().equals(BatchSetting.BATCH.path()) ? MeasuresSetting.batches(setting) : setting);
        }
        if (own.stream().noneMatch(setting -> setting.path().equals(PrecisionSetting.DTYPE.path()))) {
            all.add(PrecisionSetting.DTYPE);
        }
        all.add(BatchSetting.SEED);
        all.add(Experiment.STEPS.describedAs("steps of the optimizer").withDefault(1000L));
        all.add(Experiment.UNTIL);
        all.addAll(ReadingsSetting.settings());
        all.addAll(MeasuresSetting.settingsOfMany());
        all.addAll(List.of(EIGENVALUES, FOLLOW, TOLERANCE, AUDITS));
        return List.copyOf(all);
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public Problem build(Settings settings) {
        Task what = task.apply(settings);
        InputSpan span = span(settings, what);
        Map<String, Object> experiment = record(settings);
        NetworkObjective objective = objective(experiment, ExampleSet.TRAINING, training(settings, what, span))
                .objecting(what.objection());
        Problem.Coordinates coordinates = new Problem.Coordinates(what.network().dimension(), span::coordinates);
        Lanczos solver = new Lanczos(settings.get(TOLERANCE), Lanczos.MAX_PRODUCTS, settings.get(BatchSetting.SEED));
        int eigenvalues = (int) Math.min(settings.get(EIGENVALUES), objective.dimension());
        Dynamics dynamics = OptimizerSetting.read(settings, objective, solver, eigenvalues);
        String curvature = OptimizerSetting.curvature(settings, dynamics);
        List<Probe> probes = new ArrayList<>(probes(settings, objective, dynamics, solver, eigenvalues));
        Optional<NetworkObjective> test =
                test(settings, what).map(terms -> objective(experiment, ExampleSet.TEST, terms));
        probes.addAll(scores(what, objective, test, ReadingsSetting.read(settings)));
        return new Problem(
                        new Simulation(dynamics, probes),
                        dynamics.start(span.coordinates(what.network().initial(settings.get(BatchSetting.SEED)))),
                        curvature,
                        curvature,
                        claims(settings, dynamics, curvature),
                        Certifier.NONE)
                .with(coordinates);
    }

    private static List<Claim> claims(Settings settings, Dynamics dynamics, String curvature) {
        boolean plain = OptimizerSetting.isPlainGradientDescent(settings);
        List<Claim> claims = new ArrayList<>(EdgeClaims.of(curvature, settings.get(ReadingsSetting.EVERY), plain));
        if (!dynamics.takesGradient()) {
            claims.replaceAll(claim -> new Inapplicable(
                    claim, "its steps see some of the examples, and the threshold is of steps that see them all"));
        }
        claims.addAll(MeasuresSetting.claims(settings, plain));
        return List.copyOf(claims);
    }

    private NetworkObjective objective(Map<String, Object> experiment, ExampleSet set, Terms terms) {
        return new NetworkObjective(terms, place.evaluator(experiment, set, terms));
    }

    @Override
    public Terms terms(Settings settings, ExampleSet set) {
        Task what = task.apply(settings);
        return switch (set) {
            case TRAINING -> training(settings, what, span(settings, what));
            case TEST -> test(settings, what).orElseThrow(() -> new IllegalArgumentException("there is no test set"));
        };
    }

    private static InputSpan span(Settings settings, Task what) {
        // What the training inputs do not see of the weights a test input may see.
        return OptimizerSetting.movesInTheSpanOfGradients(settings)
                        && what.test().isEmpty()
                ? InputSpan.of(what.network(), what.data())
                : InputSpan.asGiven(what.network(), what.data());
    }

    private static Terms training(Settings settings, Task what, InputSpan span) {
        return new Terms(span.network(), span.data(), what.loss(), precision(settings, what), what.chunks());
    }

    private static Optional<Terms> test(Settings settings, Task what) {
        return what.test()
                .map(test -> new Terms(what.network(), test, what.loss(), precision(settings, what), what.chunks()));
    }

    private static Precision precision(Settings settings, Task what) {
        return what.precision().orElseGet(() -> settings.get(PrecisionSetting.DTYPE));
    }

    /** What an experiment file would hold, and the folder with the data as it is found from anywhere. */
    private Map<String, Object> record(Settings settings) {
        Map<String, Object> experiment = new LinkedHashMap<>(new Experiment(this, settings).toMap());
        settings.schema().stream()
                .filter(setting -> setting.kind() == Setting.Kind.FOLDER)
                .forEach(setting -> {
                    Path folder = settings.get(DataSetting.SETTING);
                    experiment.put(
                            setting.name(), folder.toAbsolutePath().normalize().toString());
                });
        return experiment;
    }

    @Override
    public List<Example> examples(Settings settings, int... places) {
        DataSet data = task.apply(settings).data();
        return IntStream.of(places).mapToObj(data::shown).toList();
    }

    /** The accuracy, and how the network does on the test set, at every reading. */
    private static List<Probe> scores(
            Task what, NetworkObjective objective, Optional<NetworkObjective> test, LongPredicate readings) {
        List<Probe> probes = new ArrayList<>();
        Optional<Decision> decision = what.loss().decision(what.data().labels());
        if (decision.isPresent()) {
            probes.add(new ScoreProbe(objective, decision, false).at(readings));
        }
        test.ifPresent(held -> probes.add(new ScoreProbe(held, decision, true).at(readings)));
        return probes;
    }

    private static List<Probe> probes(
            Settings settings, NetworkObjective objective, Dynamics dynamics, Lanczos solver, int eigenvalues) {
        SharpnessProbe sharpness = new SharpnessProbe(
                objective, solver, dynamics, eigenvalues, settings.get(FOLLOW).equals(CRITICAL), settings.get(AUDITS));
        List<Probe> probes = new ArrayList<>();
        LossProbe loss = new LossProbe(objective);
        LongPredicate read = ReadingsSetting.read(settings);
        probes.add(dynamics.takesGradient() ? loss : loss.at(read));
        probes.add(sharpness.at(read));
        probes.add(new StabilityThreshold(dynamics));
        probes.addAll(OptimizerSetting.probes(settings, dynamics));
        OptimizerSetting.readings(settings, dynamics).forEach(probe -> probes.add(probe.at(read)));
        probes.addAll(MeasuresSetting.read(settings, objective, dynamics, sharpness));
        return probes;
    }
}
