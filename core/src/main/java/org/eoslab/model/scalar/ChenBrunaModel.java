package org.eoslab.model.scalar;

import java.util.List;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;
import org.eoslab.sweep.kernel.DescentRunner;

/** {@code chen-bruna}: the double well ¼(x² − μ)² (Chen and Bruna 2023). */
final class ChenBrunaModel implements Model {
    private static final Setting<Double> MU = Setting.positive("mu", "the square of the minimum", 1.0);
    private static final Setting<Double> X = Setting.start("x", "the parameter", 0.9);

    @Override
    public String name() {
        return "chen-bruna";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(MU, Descent.eta(1.1), X, Descent.steps(2000));
    }

    @Override
    public Problem build(Settings settings) {
        double mu = settings.get(MU);
        double eta = settings.get(StepSizeSetting.ETA);
        DoubleWell well = new DoubleWell(mu);
        return Descent.problem(
                        settings,
                        well,
                        new double[] {settings.get(X)},
                        Descent.gfsSharpness(w -> well.gfsSharpness(w[0])),
                        ChenBrunaClaims.oneDimensional(mu, eta),
                        "x")
                .with((BatchRunner.Factory) wanted -> new DescentRunner(wanted.targetLoss(), DoubleWellWalk::new));
    }
}
