package org.eoslab.model.neuron;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;

/** The ReLU neuron that learns another, of Chen and Bruna, with its preset. */
public final class NeuronLibrary implements Library {
    @Override
    public List<Model> models() {
        return List.of(new ReluNeuronModel());
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                "relu-neuron",
                "relu-neuron",
                "Chen & Bruna 2023; figure 15; step size and start are ours",
                "sharpening past 2/eta, a collapse to near 0, and 1,400 steps to recover",
                0.1,
                Map.of()));
    }
}
