package org.eoslab.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One experiment as its record: it can be repeated from this alone, bit for bit.
 *
 * @param model the model
 * @param settings its settings
 */
public record Experiment(Model model, Settings settings) {
    /** The steps it takes. */
    public long steps() {
        return settings.integer("steps");
    }

    /** The same experiment with some settings changed. */
    public Experiment with(Map<String, ?> changes) {
        return changes.isEmpty() ? this : new Experiment(model, settings.with(changes));
    }

    /** What an experiment file holds. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model.name());
        map.putAll(settings.nested());
        return map;
    }
}
