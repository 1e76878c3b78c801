package org.eoslab.torch.model;

import java.util.List;
import java.util.Locale;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.network.Activation;

/** The setting {@code activation}. */
final class ActivationSetting {
    static final Setting SETTING = Setting.choice(
            "activation",
            "activation function; relu has kinks, where the Hessian and so the sharpness says little",
            List.of("tanh", "gelu", "elu", "softplus", "relu", "identity"),
            "tanh");

    private ActivationSetting() {}

    static Activation read(Settings settings) {
        Activation activation = Activation.valueOf(settings.text("activation").toUpperCase(Locale.ROOT));
        if (activation == Activation.RELU) {
            System.getLogger("org.eoslab")
                    .log(
                            System.Logger.Level.WARNING,
                            "activation relu: the sharpness is that of the linear piece and leaves out the kinks");
        }
        return activation;
    }
}
