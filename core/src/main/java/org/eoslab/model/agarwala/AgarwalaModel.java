package org.eoslab.model.agarwala;

import java.util.List;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.GfsProbe;

/**
 * {@code agarwala}: second-order regression (Agarwala et al. 2022), gradient descent on θ from the θ ≥ 0 with the given ηz
 * and ηT. Columns {@code z} and {@code T} are ηz and ηT; η sets only the scale of θ.
 */
final class AgarwalaModel implements Model {
    private static final Setting<Double> EPSILON = Setting.number(
            "epsilon",
            "the curvature -epsilon of the second parameter",
            "above 0 and at most 1",
            e -> e > 0 && e <= 1,
            0.005);
    private static final Setting<Double> Z = Setting.start("z", "eta times the residual", 0.02);
    private static final Setting<Double> T = Setting.start("T", "eta times the tangent kernel", 2.2);

    @Override
    public String name() {
        return "agarwala";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(EPSILON, Descent.eta(1), Z, T, Descent.steps(10_000));
    }

    @Override
    public Problem build(Settings settings) {
        SecondOrderRegression model = new SecondOrderRegression(settings.get(EPSILON));
        double eta = settings.get(StepSizeSetting.ETA);
        double z = settings.get(Z);
        double kernel = settings.get(T);
        if (!(kernel >= 2 * z && kernel >= -2 * model.epsilon() * z)) {
            throw new InputException("T: " + kernel + " is not allowed with z = " + z + "; it must be at least "
                    + Math.max(2 * z, -2 * model.epsilon() * z));
        }
        if (!Double.isFinite(2 * z / eta) || !Double.isFinite(2 * kernel / eta)) {
            throw new InputException(
                    "eta: " + eta + " is not allowed with T = " + kernel + "; T/eta is too large for a double");
        }
        Probe scaled = Probe.of(
                List.of(Column.coordinate("z", "ηz"), Column.coordinate("T", "ηT"), GfsProbe.SHARPNESS),
                (w, row, offset) -> {
                    row[offset] = eta * model.residual(w);
                    row[offset + 1] = eta * model.tangentKernel(w);
                    row[offset + 2] = model.gfsSharpness(w);
                });
        return Descent.problem(
                settings,
                model,
                model.parameters(z / eta, kernel / eta),
                scaled,
                AgarwalaClaims.of(model),
                "theta1",
                "theta2");
    }
}
