package org.eoslab.model.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.GfsProbe;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.sweep.kernel.DescentRunner;

/** What the small models share: plain gradient descent, its parameters by name, loss and sharpness, and the model's extras. */
public final class Descent {
    private Descent() {}

    /** The step size. */
    public static Setting eta(double defaultValue) {
        return Setting.positive("eta", "step size", defaultValue);
    }

    /** The number of steps. */
    public static Setting steps(long defaultValue) {
        return Setting.integer("steps", "gradient descent steps", 0, 1L << 53, defaultValue);
    }

    /** Gradient descent of step {@code eta} from {@code start}. */
    public static Problem problem(
            Objective objective, double eta, double[] start, Probe extras, List<Claim> claims, String... names) {
        GradientDescent dynamics = new GradientDescent(objective, eta);
        return problem(objective, dynamics, dynamics.start(start), List.of(parameters(names), extras), claims)
                .with((BatchRunner.Factory) DescentRunner::new);
    }

    /** Any dynamics; the sharpness is followed. */
    public static Problem problem(
            Objective objective, Dynamics dynamics, State start, List<Probe> probes, List<Claim> claims) {
        List<Probe> all = new ArrayList<>(probes);
        all.addAll(1, List.of(new LossProbe(objective), new SharpnessProbe(objective, new DirectEigenSolver())));
        return new Problem(new Simulation(dynamics, all), start, "sharpness", "sharpness", claims, Certifier.NONE);
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
