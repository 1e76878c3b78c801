package org.eoslab.torch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eoslab.claim.Certifier;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.Lanczos;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.eoslab.trajectory.Probe;
import org.eoslab.trajectory.SharpnessProbe;
import org.eoslab.trajectory.Simulation;

/**
 * A network trained on a data set. Building one reads the data; the native library is loaded when it is run.
 *
 * @param name the name in files
 * @param own the settings besides those that every network has
 * @param task makes the task of all settings
 */
record NetworkModel(String name, List<Setting> own, Function<Settings, Task> task) implements Model {
    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(own);
        all.add(Setting.positive("eta", "step size", null));
        all.add(Setting.choice(
                "dtype", "floating-point format of the network", List.of("float32", "float64"), "float32"));
        all.add(Setting.integer("seed", "of the initial parameters and all else that is random", 0, 1L << 53, 0L));
        all.add(Setting.integer("steps", "steps of the optimiser", 0, 1L << 53, 1000L));
        all.add(Setting.integer("every", "steps between readings of the curvature", 1, 1L << 53, 10L));
        all.add(Setting.integer("eigenvalues", "eigenvalues in a reading, largest first", 1, 100, 1L));
        all.add(Setting.number(
                "tolerance",
                "bound of an eigenvalue's residual, relative to it",
                "between 1e-12 and 0.1",
                x -> x >= 1e-12 && x <= 0.1,
                Lanczos.TOLERANCE));
        return List.copyOf(all);
    }

    @Override
    public Problem build(Settings settings) {
        Task what = task.apply(settings);
        Precision precision = Precision.valueOf(settings.text("dtype").toUpperCase(Locale.ROOT));
        NetworkObjective objective =
                new NetworkObjective(what.network(), what.data(), what.loss(), precision, what.chunks());
        Dynamics dynamics = new GradientDescent(objective, settings.number("eta"));
        Lanczos solver = new Lanczos(settings.number("tolerance"), Lanczos.MAX_PRODUCTS, settings.integer("seed"));
        Probe probe = new SharpnessProbe(objective, solver);
        return new Problem(
                new Simulation(dynamics, List.of(probe.every(settings.integer("every")))),
                dynamics.start(what.network().initial(settings.integer("seed"))),
                "sharpness",
                "sharpness",
                List.of(),
                Certifier.NONE);
    }
}
