package org.eoslab.model.minimalist;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The minimalist model with its presets. */
public final class MinimalistLibrary implements Library {
    private static final String PAPER = "Liu, Zhang, Du & Zhao 2025, ";

    @Override
    public List<Model> models() {
        return List.of(new MinimalistModel());
    }

    @Override
    public List<Preset> presets() {
        Map<String, Object> canonical = minimalist(1, 0.001, 3.2, 0.7, 0.005, 0.2, "floor 1.81", 6000);
        return List.of(
                preset(
                        "canonical",
                        "figure 1",
                        "sharpening, the edge, 14 cycles, and convergence just below 2/eta",
                        canonical),
                preset(
                        "many-cycles",
                        "section 4",
                        "111 cycles of sharpening and self-stabilisation",
                        minimalist(1, 0.0001, 10, 0.42, 0.001, 0.3, "floor 1.81", 15000)),
                preset(
                        "underflow",
                        "section 4",
                        "beta1 shrinks to 1e-922 and comes back: plain doubles get it wrong",
                        minimalist(20, 0.01, 0.1, 0.7, 0.001, 0.02, "floor 1.81", 60000)),
                preset(
                        "unclipped",
                        "appendix F",
                        "the same start as canonical without clipping: well behaved here",
                        minimalist(1, 0.001, 3.2, 0.7, 0.005, 0.2, "none", 6000)));
    }

    private static Preset preset(String name, String figure, String shows, Map<String, Object> settings) {
        return new Preset(name, "minimalist", PAPER + figure, shows, 0.1, settings);
    }

    private static Map<String, Object> minimalist(
            double lambda1,
            double lambda2,
            double eta,
            double alpha,
            double beta1,
            double beta2,
            String clip,
            long steps) {
        return Map.of(
                "lambda1", lambda1, "lambda2", lambda2, "eta", eta, "alpha", alpha, "beta1", beta1, "beta2", beta2,
                "clip", clip, "steps", steps);
    }
}
