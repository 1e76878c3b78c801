package org.eoslab.model.neuron;

import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.model.descent.Descent;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/** {@code relu-neuron}: a ReLU neuron that learns another (Chen and Bruna 2023). Column {@code angle} is θ between the two, in radians. */
final class ReluNeuronModel implements Model {
    private static final Setting<Double> V = Setting.start("v", "outer weight", 0.01);
    private static final Setting<Double> W1 = Setting.start("w1", "inner weight along the teacher", -0.135);
    private static final Setting<Double> W2 = Setting.start("w2", "inner weight across it", 0.03);

    @Override
    public String name() {
        return "relu-neuron";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(Descent.eta(3.85), V, W1, W2, Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        ReluNeuron neuron = new ReluNeuron();
        return Descent.problem(
                settings,
                neuron,
                new double[] {settings.get(V), settings.get(W1), settings.get(W2)},
                Probe.of(
                        List.of(Column.of("angle", Column.Role.MEASUREMENT, "θ", "angle θ to the teacher in radians")),
                        (w, row, offset) -> row[offset] = neuron.angle(w)),
                List.of(),
                "v",
                "w1",
                "w2");
    }
}
