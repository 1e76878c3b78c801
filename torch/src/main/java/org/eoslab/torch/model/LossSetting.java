package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.torch.Loss;

/** The setting {@code loss}. */
final class LossSetting {
    static final Setting<Loss> SETTING = Setting.choice(
            "loss",
            "half-mse is 1/(2n) times the sum of squares, mse twice that",
            List.of(Loss.values()),
            LossSetting::word,
            Loss.HALF_SQUARED);

    private LossSetting() {}

    /** The word for a loss. */
    static String word(Loss loss) {
        return switch (loss) {
            case HALF_SQUARED -> "half-mse";
            case SQUARED -> "mse";
            case CROSS_ENTROPY -> "cross-entropy";
            case BINARY_CROSS_ENTROPY -> "binary-cross-entropy";
            case HUBER -> "huber";
        };
    }
}
