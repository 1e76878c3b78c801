package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Setting;

/** A model with the settings it takes, as a tree. */
final class SchemaDocument {
    private SchemaDocument() {}

    /** {@code name}, {@code settings} and {@code naming}, the setting whose text names others, or null. */
    static Map<String, Object> of(Model model, List<Setting<?>> settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.put("settings", settings.stream().map(SchemaDocument::setting).toList());
        json.put("naming", model.naming().<String>map(Setting::name).orElse(null));
        return json;
    }

    /** The same of an experiment's model, with {@code values} of all settings. */
    static Map<String, Object> of(Experiment experiment) {
        Map<String, Object> json = of(experiment.model(), experiment.settings().schema());
        json.put("live", experiment.model().live());
        json.put("values", experiment.settings().flat());
        return json;
    }

    private static Map<String, Object> setting(Setting<?> setting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", setting.name());
        json.put("description", setting.description());
        boolean named = setting.kind() == Setting.Kind.FILE || setting.kind() == Setting.Kind.FOLDER;
        Setting.Kind kind = named ? Setting.Kind.TEXT : setting.kind();
        json.put("kind", kind.name().toLowerCase(Locale.ROOT));
        json.put("allowed", setting.allowed());
        json.put("default", setting.defaultValue());
        json.put("start", setting.start());
        json.put("section", setting.section());
        json.put("when", setting.when());
        return json;
    }
}
