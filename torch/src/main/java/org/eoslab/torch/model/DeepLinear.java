package org.eoslab.torch.model;

import java.util.Collections;
import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.LinearTeacher;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Sequential;

/** {@code deep-linear}: a product of square matrices learns a linear map from white inputs (Cohen et al. 2021, appendix). */
final class DeepLinear {
    private DeepLinear() {}

    static NetworkModel model() {
        return new NetworkModel(
                "deep-linear",
                List.of(
                        Setting.integer("size", "rows and columns of every matrix, and examples", 1, 1_000, 50L),
                        Setting.integer("depth", "matrices", 1, 1_000, 20L)),
                DeepLinear::task);
    }

    private static Task task(Settings settings) {
        int size = (int) settings.integer("size");
        Linear layer = Linear.withoutBias(size, size, Initialisation.xavierNormal(1, size, size));
        return new Task(
                new Sequential(Collections.nCopies((int) settings.integer("depth"), layer)),
                new LinearTeacher(size, settings.integer("seed")),
                Loss.HALF_SQUARED,
                new Chunks(size, size));
    }
}
