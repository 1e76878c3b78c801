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
    @Override
    public String name() {
        return "relu-neuron";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Descent.eta(3.85),
                Setting.start("v", "outer weight", 0.01),
                Setting.start("w1", "inner weight along the teacher", -0.135),
                Setting.start("w2", "inner weight across it", 0.03),
                Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        ReluNeuron neuron = new ReluNeuron();
        return Descent.problem(
                neuron,
                settings.number("eta"),
                new double[] {settings.number("v"), settings.number("w1"), settings.number("w2")},
                Probe.of(
                        List.of(Column.of("angle", Column.Role.MEASUREMENT, "θ", "angle θ to the teacher in radians")),
                        (w, row, offset) -> row[offset] = neuron.angle(w)),
                List.of(),
                "v",
                "w1",
                "w2");
    }
}
