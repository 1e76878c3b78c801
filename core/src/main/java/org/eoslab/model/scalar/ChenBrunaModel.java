package org.eoslab.model.scalar;

import java.util.List;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.model.descent.Descent;
import org.eoslab.sweep.kernel.DescentRunner;

/** {@code chen-bruna}: the double well ¼(x² − μ)² (Chen and Bruna 2023). */
final class ChenBrunaModel implements Model {
    @Override
    public String name() {
        return "chen-bruna";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.positive("mu", "the square of the minimum", 1.0),
                Descent.eta(1.1),
                Setting.start("x", "the parameter", 0.9),
                Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        double mu = settings.number("mu");
        double eta = settings.number("eta");
        DoubleWell well = new DoubleWell(mu);
        return Descent.problem(
                        well,
                        eta,
                        new double[] {settings.number("x")},
                        Descent.gfsSharpness(w -> well.gfsSharpness(w[0])),
                        ChenBrunaClaims.oneDimensional(mu, eta),
                        "x")
                .with((BatchRunner.Factory) wanted -> new DescentRunner(wanted.targetLoss(), DoubleWellWalk::new));
    }
}
