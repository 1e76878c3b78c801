package org.eoslab.torch.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.experiment.Preset;

/** The network experiments of the paper and its sources, with their numbers. Seconds are for two cores. */
final class Presets {
    private static final String COHEN = "Cohen et al. 2021";
    private static final String CENTRAL_FLOW = "Cohen et al. 2024";
    private static final String PAPER = "Liu, Zhang, Du & Zhao 2025, ";

    private Presets() {}

    static List<Preset> all() {
        return Stream.of(chebyshev(), images(), others()).flatMap(List::stream).toList();
    }

    private static List<Preset> chebyshev() {
        return IntStream.rangeClosed(3, 5)
                .mapToObj(degree -> new Preset(
                        "chebyshev-" + degree,
                        "chebyshev",
                        COHEN + "; figure 8",
                        "sharpening up to 2/eta = 10, then hovering there",
                        5,
                        // Three eigenvalues to 1e-6 and better: on a network this small that is cheap.
                        settings(
                                "degree",
                                degree,
                                "eta",
                                0.2,
                                "steps",
                                6000,
                                "every",
                                50,
                                "readings",
                                "1,10",
                                "eigenvalues",
                                3,
                                "tolerance",
                                1e-6)))
                .toList();
    }

    private static List<Preset> images() {
        Map<String, Object> quick = settings("images", 1_000, "standardise", "used", "eta", 0.05, "steps", 400);
        Map<String, Object> four = settings("classes", 4, "images", 1_000, "standardise", "used", "loss", "mse");
        four.putAll(settings("activation", "gelu", "width", 256));
        return List.of(
                new Preset(
                        "cifar-fc",
                        "cifar-fc",
                        COHEN,
                        "a fully connected network sharpens to 2/eta = 200 and stays there",
                        9_000,
                        settings("eta", 0.01, "steps", 10_000, "every", 50),
                        quick),
                new Preset(
                        "cifar-fc-1000",
                        "cifar-fc",
                        COHEN + ", on 1,000 images",
                        "a catapult: it starts above 2/eta = 40, comes down, and stays at the edge",
                        15,
                        quick),
                new Preset(
                        "cifar-fc-4000",
                        "cifar-fc",
                        COHEN + ", on 4,000 images",
                        "sharpening up to 2/eta = 100, then the edge",
                        400,
                        settings("images", 4_000, "standardise", "used", "eta", 0.02, "steps", 2_000, "every", 20),
                        quick),
                new Preset(
                        "cifar-mlp2",
                        "cifar-fc",
                        PAPER + "figure 6; width 200 and ReLU are ours",
                        "beyond an optimum a larger step needs more steps to bring the loss from 0.32 to 0.22",
                        600,
                        // With tanh or GELU this start, of sharpness 300 or 120, diverges at the paper's step sizes.
                        settings(
                                "images",
                                10_000,
                                "standardise",
                                "none",
                                "depth",
                                2,
                                "activation",
                                "relu",
                                "eta",
                                0.1,
                                "steps",
                                1_000),
                        settings("images", 1_000, "steps", 300)),
                new Preset(
                        "cifar-mlp4-binary",
                        "cifar-fc",
                        PAPER + "figure 12; width 200 and tanh are ours",
                        "two classes, four layers: trajectories at several eta and of gradient flow",
                        60,
                        settings(
                                "images",
                                500,
                                "classes",
                                2,
                                "standardise",
                                "used",
                                "depth",
                                4,
                                "eta",
                                0.02,
                                "steps",
                                1_000),
                        settings("images", 200, "steps", 200)),
                new Preset(
                        "cifar-conv",
                        "cifar-conv",
                        COHEN + "; the network, its size and the step size are ours",
                        "two convolutions on 500 images sharpen to 2/eta = 20 in 30 steps and stay at the edge",
                        150,
                        settings("images", 500, "standardise", "used", "width", 16, "eta", 0.1, "steps", 500),
                        settings("images", 100, "steps", 150)),
                new Preset(
                        "central-flow-mlp",
                        "cifar-fc",
                        CENTRAL_FLOW,
                        "gradient descent at 2/eta = 100 on four classes",
                        120,
                        with(four, "eta", 0.02, "steps", 2_000),
                        settings("steps", 200)),
                new Preset(
                        "central-flow-mlp-rmsprop",
                        "cifar-fc",
                        CENTRAL_FLOW,
                        "RMSProp at its edge: the preconditioned sharpness at 2/eta = 1e5",
                        120,
                        with(four, "eta", 2e-5, "optimizer", "rmsprop", "beta2", 0.99, "epsilon", 1e-7, "steps", 2_000),
                        settings("steps", 200)));
    }

    private static List<Preset> others() {
        return List.of(
                new Preset(
                        "sst2-transformer",
                        "sst2-transformer",
                        "Damian et al. 2022; figure 9; the step size is ours",
                        "a transformer on 200 sentences sharpens from 20 to beyond 2/eta = 400, spikes, and stays at the edge",
                        120,
                        settings("sentences", 200, "eta", 0.005, "steps", 800),
                        settings("sentences", 100, "steps", 320)),
                new Preset(
                        "deep-linear",
                        "deep-linear",
                        COHEN + "; the step size is ours",
                        "twenty linear layers sharpen to the edge",
                        20,
                        settings("eta", 1e-4, "steps", 800)),
                new Preset(
                        "two-layer",
                        "two-layer",
                        "Li, Wang & Li 2022; data, activation and start are ours",
                        "the norm of the last layer and the sharpness rise and fall together through the edge",
                        2,
                        settings(
                                "eta",
                                0.35,
                                "steps",
                                258,
                                "dtype",
                                "float64",
                                "every",
                                1,
                                "measures",
                                "output-norm",
                                "measuresEvery",
                                1)));
    }

    private static Map<String, Object> settings(Object... pairs) {
        return with(Map.of(), pairs);
    }

    private static Map<String, Object> with(Map<String, Object> base, Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>(base);
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
