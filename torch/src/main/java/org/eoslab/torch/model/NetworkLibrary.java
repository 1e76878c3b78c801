package org.eoslab.torch.model;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The models and presets of this module. */
public final class NetworkLibrary implements Library {
    @Override
    public List<Model> models() {
        List<Model> models = new ArrayList<>(List.of(
                Chebyshev.model(),
                Sentiment.model(),
                DeepLinear.model(),
                TwoLayer.model(),
                Script.model(),
                OwnNetwork.model()));
        models.addAll(ImageModels.models());
        return models;
    }

    @Override
    public List<Preset> presets() {
        return Presets.all();
    }
}
