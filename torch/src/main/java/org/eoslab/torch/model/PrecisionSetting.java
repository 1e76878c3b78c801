package org.eoslab.torch.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Setting;
import org.eoslab.torch.Precision;

/** The setting {@code dtype}: the floating-point format of a network, {@code float32} or {@code float64}. */
public final class PrecisionSetting {
    /** The setting, single precision by default. */
    public static final Setting<Precision> DTYPE = Setting.choice(
            "dtype",
            "floating-point format of the network",
            List.of(Precision.values()),
            PrecisionSetting::word,
            Precision.FLOAT32);

    private PrecisionSetting() {}

    private static String word(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    /** The experiment in double precision; itself where its model has no such setting. */
    public static Experiment inDouble(Experiment experiment) {
        return experiment.settings().has(DTYPE)
                ? experiment.with(Map.of(DTYPE.path(), word(Precision.FLOAT64)))
                : experiment;
    }
}
