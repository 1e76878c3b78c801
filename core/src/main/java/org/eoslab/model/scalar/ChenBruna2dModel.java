package org.eoslab.model.scalar;

import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;

/** {@code chen-bruna-2d}: ½(μ − xy)² (Chen and Bruna 2023). */
final class ChenBruna2dModel implements Model {
    private static final Setting<Double> MU = Setting.positive("mu", "the product at the minimum", 1.0);
    private static final Setting<Double> X = Setting.start("x", "first factor", 1.6);
    private static final Setting<Double> Y = Setting.start("y", "second factor", 0.5);

    @Override
    public String name() {
        return "chen-bruna-2d";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(MU, Descent.eta(1.1), X, Y, Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        double mu = settings.get(MU);
        double eta = settings.get(StepSizeSetting.ETA);
        ScalarNetwork network = new ScalarNetwork(2, mu);
        return Descent.problem(
                settings,
                network,
                new double[] {settings.get(X), settings.get(Y)},
                Descent.gfsSharpness(network::gfsSharpness),
                ChenBrunaClaims.twoDimensional(mu, eta),
                "x",
                "y");
    }
}
