package org.eoslab.experiment;

import java.util.List;

/** A set of models and presets; found by {@link java.util.ServiceLoader}, so that a module adds its own. */
public interface Library {
    /** Its models. */
    List<Model> models();

    /** Its presets, in the order to list them. */
    List<Preset> presets();
}
