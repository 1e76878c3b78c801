package org.eoslab.model.agarwala;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The model of Agarwala et al. with its presets. */
public final class AgarwalaLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new AgarwalaModel());
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                "agarwala",
                "agarwala",
                "Agarwala et al. 2022",
                "the tangent kernel ends just below the edge: eta*T = 1.99748",
                0.1,
                Map.of()));
    }
}
