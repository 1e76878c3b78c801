package org.eoslab.torch.model;

import java.nio.file.Path;
import org.eoslab.experiment.Setting;
import org.eoslab.torch.data.DataFolder;

/** The setting {@code data}. */
final class DataSetting {
    static final Setting<Path> SETTING =
            Setting.parsed("data", "the data folder; empty for the default", "a folder", DataFolder::of, "");

    private DataSetting() {}
}
