package org.eoslab.torch.model;

import java.util.Collections;
import java.util.List;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.LinearTeacher;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Sequential;

/** {@code deep-linear}: a product of square matrices learns a linear map from white inputs (Cohen et al. 2021, appendix). */
final class DeepLinear {
    private static final Setting<Long> SIZE =
            Setting.integer("size", "rows and columns of every matrix, and examples", 1, 1_000, 50L);
    private static final Setting<Long> DEPTH = Setting.integer("depth", "matrices", 1, 1_000, 20L);

    private DeepLinear() {}

    static NetworkModel model() {
        return new NetworkModel("deep-linear", List.of(SIZE, DEPTH), DeepLinear::task);
    }

    private static Task task(Settings settings) {
        int size = settings.get(SIZE).intValue();
        Linear layer = Linear.withoutBias(size, size, Initialisation.xavierNormal(1, size, size));
        return new Task(
                new Sequential(Collections.nCopies(settings.get(DEPTH).intValue(), layer)),
                new LinearTeacher(size, settings.get(BatchSetting.SEED)),
                Loss.HALF_SQUARED,
                new Chunks(size, size));
    }
}
