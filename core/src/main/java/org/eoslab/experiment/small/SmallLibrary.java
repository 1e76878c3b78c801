package org.eoslab.experiment.small;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The small models and their presets. */
public final class SmallLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(
                new ZhuModel(),
                new KreislerModel(),
                new ChenBrunaModel(),
                new ChenBruna2dModel(),
                new ReluNeuronModel(),
                new WangModel(),
                new AgarwalaModel(),
                new LinearNdModel());
    }

    @Override
    public List<Preset> presets() {
        String zhu = "Zhu et al. 2022; figure 10";
        String chenBruna = "Chen & Bruna 2023";
        return List.of(
                preset("zhu", "zhu", zhu, "eta*S ends at 1.99995, just below 2", 1, Map.of()),
                preset(
                        "zhu-fast",
                        "zhu",
                        zhu,
                        "the same within 6,000 steps: eta*S ends at 1.9988",
                        0.1,
                        Map.of("eta", 0.05, "x", 5.0, "y", 0.1, "steps", 6000L)),
                preset(
                        "kreisler",
                        "kreisler",
                        "Kreisler et al. 2023; figure 11",
                        "the GFS sharpness never increases: eta*GFS from 2.530 to 1.9855",
                        0.1,
                        Map.of()),
                preset(
                        "chen-bruna",
                        "chen-bruna",
                        chenBruna,
                        "a stable period-2 orbit beyond eta*mu = 1",
                        0.1,
                        Map.of()),
                preset(
                        "chen-bruna-period4",
                        "chen-bruna",
                        chenBruna,
                        "the period doubles: an orbit of period 4",
                        0.1,
                        Map.of("eta", 1.25)),
                preset(
                        "chen-bruna-chaos",
                        "chen-bruna",
                        chenBruna,
                        "chaos: a positive Lyapunov exponent",
                        0.1,
                        Map.of("eta", 1.8, "steps", 20_000L)),
                preset(
                        "chen-bruna-divergence",
                        "chen-bruna",
                        chenBruna,
                        "divergence, as expected beyond eta*mu = 2",
                        0.1,
                        Map.of("eta", 2.05)),
                preset(
                        "chen-bruna-2d",
                        "chen-bruna-2d",
                        chenBruna,
                        "two factors balance and fall on the same period-2 orbit",
                        0.1,
                        Map.of()),
                preset(
                        "relu-neuron",
                        "relu-neuron",
                        chenBruna + "; figure 15; step size and start are ours",
                        "sharpening past 2/eta, a collapse to near 0, and 1,400 steps to recover",
                        0.1,
                        Map.of()),
                preset(
                        "wang",
                        "wang",
                        "Lewkowycz et al. 2020; Wang et al. 2023",
                        "a catapult: the loss rises 287-fold, then the run ends far below 2/eta",
                        0.1,
                        Map.of()),
                preset(
                        "wang-tanh",
                        "wang",
                        "Wang et al. 2023",
                        "the same start with tanh: it ends at the edge, eta*S = 1.94",
                        0.1,
                        Map.of("activation", "tanh")),
                preset(
                        "agarwala",
                        "agarwala",
                        "Agarwala et al. 2022",
                        "the tangent kernel ends just below the edge: eta*T = 1.99748",
                        0.1,
                        Map.of()),
                preset(
                        "linear-nd",
                        "linear-nd",
                        "Liu, Zhang, Du & Zhao 2025, footnote 1",
                        "canonical, rotated in five dimensions: the same run",
                        0.3,
                        Map.of()));
    }

    private static Preset preset(
            String name, String model, String source, String shows, double seconds, Map<String, Object> settings) {
        return new Preset(name, model, source, shows, seconds, settings);
    }
}
