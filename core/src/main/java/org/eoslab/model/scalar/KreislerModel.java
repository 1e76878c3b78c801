package org.eoslab.model.scalar;

import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.descent.Descent;

/** {@code kreisler}: the scalar network ½(∏wᵢ − 1)² of any depth (Kreisler et al. 2023; the paper's figure 11). */
final class KreislerModel implements Model {
    private static final int DEEPEST = 64;

    private static final Setting<double[]> WEIGHTS = Setting.parsed(
            "weights",
            "the weights at the start, as many as the network is deep",
            "1 to " + DEEPEST + " finite numbers, such as 2.5 0.5 2.5 0.5",
            KreislerModel::weights,
            "2.5 0.5 2.5 0.5");

    @Override
    public String name() {
        return "kreisler";
    }

    @Override
    public List<Setting<?>> settings() {
        return Descent.settings(Descent.eta(0.2), WEIGHTS, Descent.steps(3000));
    }

    /** Numbers between blanks or commas; brackets, which a list in a file has, are passed over. */
    private static double[] weights(String text) {
        double[] weights = Arrays.stream(
                        text.replaceAll("[\\[\\],]", " ").trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (weights.length > DEEPEST || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("weights = " + text);
        }
        return weights;
    }

    @Override
    public Problem build(Settings settings) {
        double[] start = settings.get(WEIGHTS);
        double eta = settings.get(StepSizeSetting.ETA);
        ScalarNetwork network = new ScalarNetwork(start.length, 1);
        String[] names = Descent.numbered("w", start.length);
        return Descent.problem(
                settings,
                network,
                start,
                Descent.gfsSharpness(network::gfsSharpness),
                List.of(ScalarNetworkClaims.flowSharpnessFalls(eta, names), ScalarNetworkClaims.endsJustBelow(eta)),
                names);
    }
}
