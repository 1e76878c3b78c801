package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Every model and preset on the class path, by name. */
public final class Catalogue {
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Preset> presets = new LinkedHashMap<>();

    /** The catalogue of these libraries. */
    public Catalogue(Iterable<Library> libraries) {
        for (Library library : libraries) {
            library.models().forEach(m -> models.put(m.name(), m));
            library.presets().forEach(p -> presets.put(p.name(), p));
        }
    }

    /** The catalogue of all libraries on the class path, in the order of their names. */
    public static Catalogue load() {
        List<Library> libraries = new ArrayList<>();
        ServiceLoader.load(Library.class).forEach(libraries::add);
        libraries.sort(Comparator.comparing(library -> library.getClass().getName()));
        return new Catalogue(libraries);
    }

    /** All models. */
    public List<Model> models() {
        return List.copyOf(models.values());
    }

    /** All presets. */
    public List<Preset> presets() {
        return List.copyOf(presets.values());
    }

    /** The model of that name; an unknown one names the nearest. */
    public Model model(String name) {
        Model model = models.get(name);
        if (model == null) {
            throw InputException.unknown("model", name, models.keySet());
        }
        return model;
    }

    /** The preset of that name; an unknown one names the nearest. */
    public Preset preset(String name) {
        Preset preset = presets.get(name);
        if (preset == null) {
            throw InputException.unknown("preset", name, presets.keySet());
        }
        return preset;
    }

    /** The experiment of a preset. */
    public Experiment experiment(Preset preset) {
        return read(preset.settings(), model(preset.model()));
    }

    /** The experiment that a file's contents describe: {@code model} and its settings. */
    public Experiment experiment(Map<String, ?> file) {
        return read(settings(file), modelOf(file));
    }

    /** The same of a panel that shows all settings at once: those without effect under the others are passed over. */
    public Experiment ofPanel(Map<String, ?> panel) {
        Model model = modelOf(panel);
        Map<String, Object> settings = settings(panel);
        return new Experiment(model, Settings.readPanel(model.settings(Settings.flattened(settings)), settings));
    }

    /** What an editor with a panel of all settings goes on with, see {@link Model#draft}. */
    public Draft draft(Map<String, ?> panel) {
        return modelOf(panel).draft(Settings.flattened(settings(panel)));
    }

    private Model modelOf(Map<String, ?> file) {
        Object name = file.get("model");
        if (name == null) {
            throw new InputException("missing: model (one of " + String.join(", ", models.keySet()) + ")");
        }
        return model(String.valueOf(name));
    }

    private static Map<String, Object> settings(Map<String, ?> file) {
        Map<String, Object> settings = new LinkedHashMap<>(file);
        settings.remove("model");
        return settings;
    }

    private static Experiment read(Map<String, ?> settings, Model model) {
        return new Experiment(model, Settings.read(model.settings(Settings.flattened(settings)), settings));
    }
}
