package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.Sst2;
import org.eoslab.torch.network.transformer.Transformer;

/**
 * {@code sst2-transformer}: a 2-layer transformer of width 64 with 2 heads on SST-2 sentences, labels ±1, squared error
 * (Damian et al. 2022). The vocabulary is that of the sentences used.
 */
public final class Sentiment {
    private static final int POSITIONS = 64;
    private static final int HEADS = 2;
    private static final int BLOCKS = 2;

    /** An example of 20 words keeps about 0.5 MB of its gradient's graph. */
    private static final Chunks CHUNKS = new Chunks(250, 1_000);

    /** The setting {@code sentences}. */
    public static final Setting<Long> SENTENCES = Setting.integer("sentences", "training sentences", 1, 6_920, 1_000L);

    private static final Setting<Double> WIDTH = Setting.number(
            "width",
            "of a word's vector",
            "an even whole number from 2 to 4096",
            x -> x >= 2 && x <= 4096 && x % 2 == 0,
            64.0);

    private Sentiment() {}

    static NetworkModel model() {
        return new NetworkModel("sst2-transformer", List.of(SENTENCES, DataSetting.SETTING, WIDTH), Sentiment::task);
    }

    private static Task task(Settings settings) {
        Sst2 data = Sst2.load(
                settings.get(DataSetting.SETTING), settings.get(SENTENCES).intValue(), POSITIONS);
        long width = settings.get(WIDTH).longValue();
        Transformer network = new Transformer(data.vocabulary(), POSITIONS, width, HEADS, 2 * width, BLOCKS);
        return new Task(network, data, Loss.SQUARED, CHUNKS);
    }
}
