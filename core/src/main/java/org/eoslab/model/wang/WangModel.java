package org.eoslab.model.wang;

import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/** {@code wang}: ½(1 − xσ(y))² (Wang et al. 2023); with σ linear the catapult of Lewkowycz et al. (2020). */
final class WangModel implements Model {
    private static final String KINK =
            "relu: the Hessian is that of one side of the kink, and says nothing of a step across it";

    private static final Setting<ScalarActivation> ACTIVATION = Setting.choice(
            "activation",
            "the activation; relu's Hessian says nothing of a step across the kink",
            List.of(ScalarActivation.values()),
            ScalarActivation::label,
            ScalarActivation.LINEAR);
    private static final Setting<Double> X = Setting.start("x", "outer weight", 5.0);
    private static final Setting<Double> Y = Setting.start("y", "inner weight", 0.15);

    @Override
    public String name() {
        return "wang";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(ACTIVATION, Descent.eta(0.1), X, Y, Descent.steps(500));
    }

    @Override
    public Problem build(Settings settings) {
        ScalarActivation activation = settings.get(ACTIVATION);
        double eta = settings.get(StepSizeSetting.ETA);
        TwoLayerScalarNetwork network = new TwoLayerScalarNetwork(activation);
        return Descent.problem(
                settings,
                network,
                new double[] {settings.get(X), settings.get(Y)},
                Probe.of(
                        List.of(Column.of(
                                "imbalance", Column.Role.MEASUREMENT, "imbalance", "imbalance of the layers")),
                        (w, row, offset) -> row[offset] = network.imbalance(w)),
                List.of(Catapult.claim(eta, activation == ScalarActivation.RELU ? KINK : ""), Catapult.balancing(eta)),
                "x",
                "y");
    }
}
