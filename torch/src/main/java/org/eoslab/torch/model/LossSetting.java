package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Loss;

/** The setting {@code loss}. */
final class LossSetting {
    static final Setting SETTING = Setting.choice(
            "loss",
            "half-mse is 1/(2n) times the sum of squares, mse twice that",
            List.of("half-mse", "mse", "cross-entropy"),
            "half-mse");

    private LossSetting() {}

    static Loss read(Settings settings) {
        return switch (settings.text("loss")) {
            case "half-mse" -> Loss.HALF_SQUARED;
            case "mse" -> Loss.SQUARED;
            default -> Loss.CROSS_ENTROPY;
        };
    }
}
