package org.eoslab.model.scalar;

import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.model.descent.Descent;

/** {@code chen-bruna-2d}: ½(μ − xy)² (Chen and Bruna 2023). */
final class ChenBruna2dModel implements Model {
    @Override
    public String name() {
        return "chen-bruna-2d";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.positive("mu", "the product at the minimum", 1.0),
                Descent.eta(1.1),
                Setting.start("x", "first factor", 1.6),
                Setting.start("y", "second factor", 0.5),
                Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        double mu = settings.number("mu");
        double eta = settings.number("eta");
        ScalarNetwork network = new ScalarNetwork(2, mu);
        return Descent.problem(
                network,
                eta,
                new double[] {settings.number("x"), settings.number("y")},
                Descent.gfsSharpness(network::gfsSharpness),
                ChenBrunaClaims.twoDimensional(mu, eta),
                "x",
                "y");
    }
}
