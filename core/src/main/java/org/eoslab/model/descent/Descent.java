package org.eoslab.model.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Inapplicable;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.run.probe.StabilityThreshold;
import org.eoslab.sweep.kernel.DescentRunner;

/**
 * What the small models share: a loss of few parameters under any rule of {@link OptimizerSetting}, its parameters by name, loss and
 * sharpness, and the model's extras. The models' claims are about gradient descent with a constant step size.
 */
public final class Descent {
    /** Critical eigenvalues that the central flow follows, at most: more than were ever seen at the edge at once in so few parameters. */
    private static final int CRITICAL = 3;

    private Descent() {}

    /** The step size. */
    public static Setting<Double> eta(double defaultValue) {
        return StepSizeSetting.ETA.withDefault(defaultValue);
    }

    /** The number of steps. */
    public static Setting<Long> steps(long defaultValue) {
        return Experiment.STEPS.withDefault(defaultValue);
    }

    /** A model's own settings, {@code eta} and {@code steps} among them, the optimizer's, and those of what ends and what is measured. */
    public static List<Setting<?>> settings(Setting<?>... own) {
        List<Setting<?>> all = new ArrayList<>(List.of(own));
        all.addAll(OptimizerSetting.settings(all));
        all.addAll(common());
        return List.copyOf(all);
    }

    /** The settings besides the optimizer's that every small model has. */
    public static List<Setting<?>> common() {
        List<Setting<?>> all = new ArrayList<>(List.of(Experiment.UNTIL));
        all.addAll(MeasuresSetting.settingsOfFew());
        return List.copyOf(all);
    }

    /**
     * The rule that the settings ask for, from {@code start}.
     *
     * @param settings with those of {@link #settings}
     * @param claims about gradient descent with a constant step size; of another rule's run they say that they do not apply
     * @param names of the parameters
     */
    public static Problem problem(
            Settings settings, Objective objective, double[] start, Probe extras, List<Claim> claims, String... names) {
        Dynamics dynamics = OptimizerSetting.read(
                settings, objective, new DirectEigenSolver(), Math.min(CRITICAL, objective.dimension()));
        boolean plain = dynamics.equals(new GradientDescent(objective, settings.get(StepSizeSetting.ETA)));
        String curvature = OptimizerSetting.curvature(settings, dynamics);
        List<Probe> probes = new ArrayList<>(List.of(
                parameters(names),
                new LossProbe(objective),
                new SharpnessProbe(objective, new DirectEigenSolver(), dynamics, 1, false, 0),
                extras));
        if (!plain) {
            probes.add(new StabilityThreshold(dynamics));
        }
        probes.addAll(OptimizerSetting.probes(settings, dynamics));
        probes.addAll(OptimizerSetting.readings(settings, dynamics));
        probes.addAll(MeasuresSetting.readFew(settings, objective, new DirectEigenSolver()));
        return new Problem(
                        new Simulation(dynamics, probes),
                        dynamics.start(start),
                        curvature,
                        curvature,
                        plain
                                ? claims
                                : claims.stream()
                                        .map(Inapplicable::byAnotherRule)
                                        .toList(),
                        Certifier.NONE)
                .with((BatchRunner.Factory) DescentRunner::new);
    }

    /** The parameters themselves. */
    public static Probe parameters(String... names) {
        return Probe.of(
                Column.coordinates(List.of(names)),
                (w, row, offset) -> System.arraycopy(w, 0, row, offset, names.length));
    }

    /** The GFS sharpness in closed form. */
    public static Probe gfsSharpness(ToDoubleFunction<double[]> closedForm) {
        return Probe.of(List.of(GfsProbe.SHARPNESS), (w, row, offset) -> row[offset] = closedForm.applyAsDouble(w));
    }

    /** The names prefix1, prefix2, …. */
    public static String[] numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
