package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.NormalData;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Sequential;

/**
 * {@code two-layer}: f(x) = a·σ(Wx), both layers trained, learns standard normal targets from standard normal inputs; the size is that of the two-layer networks of Li, Wang and Li
 * (2022), data, activation and start (PyTorch's, without biases) are ours. Parameters: W, then a.
 */
final class TwoLayer {
    private static final Setting<Long> EXAMPLES = Setting.integer("examples", "to learn", 1, 10_000, 20L);
    private static final Setting<Long> INPUTS = Setting.integer("inputs", "numbers of an input", 1, 10_000, 10L);
    private static final Setting<Long> WIDTH = Setting.integer("width", "hidden units", 1, 1_000_000, 50L);

    private TwoLayer() {}

    static NetworkModel model() {
        return new NetworkModel(
                "two-layer", List.of(EXAMPLES, INPUTS, WIDTH, ActivationSetting.SETTING), TwoLayer::task);
    }

    private static Task task(Settings settings) {
        int examples = settings.get(EXAMPLES).intValue();
        long inputs = settings.get(INPUTS);
        long width = settings.get(WIDTH);
        return new Task(
                new Sequential(List.of(
                        Linear.withoutBias(inputs, width, Initialisation.fanIn(inputs)),
                        ActivationSetting.read(settings),
                        Linear.withoutBias(width, 1, Initialisation.fanIn(width)))),
                new NormalData(examples, (int) inputs, 1, settings.get(BatchSetting.SEED)),
                Loss.HALF_SQUARED,
                new Chunks(examples, examples));
    }
}
