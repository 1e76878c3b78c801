package org.eoslab.torch.model;

import java.nio.file.Path;
import org.eoslab.experiment.Setting;
import org.eoslab.torch.data.DataFolder;

/** The setting {@code data}. */
final class DataSetting {
    static final Setting<Path> SETTING =
            Setting.folder("data", "the data folder; empty for the default", DataFolder::of);

    private DataSetting() {}
}
