package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Setting;

/** A catalogue as a tree: every model with the settings it takes, every preset with its settings filled in. */
public record CatalogueDocument(Catalogue catalogue) {
    /** {@code models} and {@code presets}. */
    public Map<String, Object> toMap() {
        return Map.of(
                "models", catalogue.models().stream().map(this::model).toList(),
                "presets", catalogue.presets().stream().map(this::preset).toList());
    }

    private Map<String, Object> model(Model model) {
        Map<String, Object> json = new LinkedHashMap<>(SchemaDocument.of(model, schema(model)));
        json.put("live", model.live());
        return json;
    }

    /** The settings of a model; of one that takes what its file names, those of its first preset. */
    private List<Setting<?>> schema(Model model) {
        return catalogue.presets().stream()
                .filter(p -> p.model().equals(model.name()))
                .findFirst()
                .map(p -> catalogue.experiment(p).settings().schema())
                .orElse(model.settings());
    }

    private Map<String, Object> preset(Preset preset) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", preset.name());
        json.put("source", preset.source());
        json.put("shows", preset.shows());
        json.put("seconds", preset.seconds());
        json.put("model", preset.model());
        json.put("settings", catalogue.experiment(preset).settings().flat());
        return json;
    }
}
