package org.eoslab.model.scalar;

import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;

/**
 * {@code zhu}: ½(1 − xyzw)² started with z = x, w = y (Zhu et al. 2022; the paper's figure 10). Loss, sharpness and GFS
 * sharpness are those of the four-parameter network; on this slice the sharpness of the two-parameter loss ¼(1 − x²y²)², which
 * has the same gradient descent, equals it at a minimum, 2(x² + y²), but not elsewhere.
 */
final class ZhuModel implements Model {
    private static final Setting<Double> X = Setting.start("x", "first and third weight", 12.5);
    private static final Setting<Double> Y = Setting.start("y", "second and fourth weight", 0.05);
    private static final String[] WEIGHTS = {"x", "y", "z", "w"};

    @Override
    public String name() {
        return "zhu";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(Descent.eta(0.01), X, Y, Descent.steps(300_000));
    }

    @Override
    public Problem build(Settings settings) {
        ScalarNetwork network = new ScalarNetwork(4, 1);
        double eta = settings.get(StepSizeSetting.ETA);
        double x = settings.get(X);
        double y = settings.get(Y);
        return Descent.problem(
                settings,
                network,
                new double[] {x, y, x, y},
                Descent.gfsSharpness(network::gfsSharpness),
                List.of(ScalarNetworkClaims.endsJustBelow(eta), ScalarNetworkClaims.flowSharpnessFalls(eta, WEIGHTS)),
                WEIGHTS);
    }
}
