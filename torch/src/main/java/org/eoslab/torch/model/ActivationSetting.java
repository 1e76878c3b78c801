package org.eoslab.torch.model;

import java.util.List;
import java.util.Locale;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.network.Activation;

/** The setting {@code activation}. */
final class ActivationSetting {
    static final Setting<Activation> SETTING = Setting.choice(
            "activation",
            "activation function; relu has kinks, where the Hessian and so the sharpness says little",
            List.of(
                    Activation.TANH,
                    Activation.GELU,
                    Activation.ELU,
                    Activation.SOFTPLUS,
                    Activation.RELU,
                    Activation.IDENTITY),
            activation -> activation.name().toLowerCase(Locale.ROOT),
            Activation.TANH);

    private ActivationSetting() {}

    static Activation read(Settings settings) {
        Activation activation = settings.get(SETTING);
        if (activation == Activation.RELU) {
            System.getLogger("org.eoslab")
                    .log(
                            System.Logger.Level.WARNING,
                            "activation relu: the sharpness is that of the linear piece and leaves out the kinks");
        }
        return activation;
    }
}
