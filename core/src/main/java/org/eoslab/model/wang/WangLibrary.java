package org.eoslab.model.wang;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The model of Wang et al. with its presets. */
public final class WangLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new WangModel());
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        "wang",
                        "wang",
                        "Lewkowycz et al. 2020; Wang et al. 2023",
                        "a catapult: the loss rises 287-fold, then the run ends far below 2/eta",
                        0.1,
                        Map.of()),
                new Preset(
                        "wang-tanh",
                        "wang",
                        "Wang et al. 2023",
                        "the same start with tanh: it ends at the edge, eta*S = 1.94",
                        0.1,
                        Map.of("activation", "tanh")));
    }
}
