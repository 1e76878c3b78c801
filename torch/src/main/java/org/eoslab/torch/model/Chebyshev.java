package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.Polynomial;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Sequential;

/**
 * {@code chebyshev}: a 1–100–1 tanh network, bias in the first layer only, learns a Chebyshev polynomial from 20 points (Cohen
 * et al. 2021, appendix). Parameters: first-layer weights, first-layer biases, second-layer weights.
 */
final class Chebyshev {
    private static final int POINTS = 20;

    private static final Setting<Long> DEGREE = Setting.integer("degree", "of the polynomial", 0, 1000, 4L);
    private static final Setting<Long> WIDTH = Setting.integer("width", "hidden units", 1, 1_000_000, 100L);

    private Chebyshev() {}

    static NetworkModel model() {
        return new NetworkModel("chebyshev", List.of(DEGREE, WIDTH), Chebyshev::task);
    }

    private static Task task(Settings settings) {
        long width = settings.get(WIDTH);
        Linear first = new Linear(1, width, true, Initialisation.xavierNormal(1.9, 1, width), Initialisation.ZERO);
        Linear second = Linear.withoutBias(width, 1, Initialisation.xavierNormal(1, width, 1));
        return new Task(
                new Sequential(List.of(first, Activation.TANH, second)),
                new Polynomial(settings.get(DEGREE).intValue(), POINTS),
                Loss.HALF_SQUARED,
                new Chunks(POINTS, POINTS));
    }
}
