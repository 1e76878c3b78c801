package org.eoslab.model.scalar;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** Scalar networks and the double well: the models of Zhu et al., Kreisler et al., and Chen and Bruna, with their presets. */
public final class ScalarLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new ZhuModel(), new KreislerModel(), new ChenBrunaModel(), new ChenBruna2dModel());
    }

    @Override
    public List<Preset> presets() {
        String zhu = "Zhu et al. 2022; figure 10";
        String chenBruna = "Chen & Bruna 2023";
        return List.of(
                new Preset("zhu", "zhu", zhu, "eta*S ends at 1.99995, just below 2", 1, Map.of()),
                new Preset(
                        "zhu-fast",
                        "zhu",
                        zhu,
                        "the same within 6,000 steps: eta*S ends at 1.9988",
                        0.1,
                        Map.of("eta", 0.05, "x", 5.0, "y", 0.1, "steps", 6000L)),
                new Preset(
                        "kreisler",
                        "kreisler",
                        "Kreisler et al. 2023; figure 11",
                        "the GFS sharpness never increases: eta*GFS from 2.530 to 1.9855",
                        0.1,
                        Map.of()),
                new Preset(
                        "chen-bruna",
                        "chen-bruna",
                        chenBruna,
                        "a stable period-2 orbit beyond eta*mu = 1",
                        0.1,
                        Map.of()),
                new Preset(
                        "chen-bruna-period4",
                        "chen-bruna",
                        chenBruna,
                        "the period doubles: an orbit of period 4",
                        0.1,
                        Map.of("eta", 1.25)),
                new Preset(
                        "chen-bruna-chaos",
                        "chen-bruna",
                        chenBruna,
                        "chaos: a positive Lyapunov exponent",
                        0.1,
                        Map.of("eta", 1.8, "steps", 20_000L)),
                new Preset(
                        "chen-bruna-divergence",
                        "chen-bruna",
                        chenBruna,
                        "divergence, as expected beyond eta*mu = 2",
                        0.1,
                        Map.of("eta", 2.05)),
                new Preset(
                        "chen-bruna-2d",
                        "chen-bruna-2d",
                        chenBruna,
                        "two factors balance and fall on the same period-2 orbit",
                        0.1,
                        Map.of()));
    }
}
