package org.eoslab.model.linearnd;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The minimalist model in any dimension with its preset. */
public final class LinearNdLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new LinearNdModel());
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                "linear-nd",
                "linear-nd",
                "Liu, Zhang, Du & Zhao 2025, footnote 1",
                "canonical, rotated in five dimensions: the same run",
                0.3,
                Map.of()));
    }
}
