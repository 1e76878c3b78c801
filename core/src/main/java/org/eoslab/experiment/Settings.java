package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of one experiment, in the model's order. Immutable. A setting without effect under the others has its default value,
 * and is left out of the record.
 */
public final class Settings {
    private final Schema schema;
    private final SettingValues values;

    private Settings(Schema schema, SettingValues values) {
        this.schema = schema;
        this.values = values;
    }

    /**
     * Reads raw values (strings, numbers, a nested map for a section) against a schema. A default that is given where it has no effect is
     * passed over.
     *
     * @throws InputException for an unknown or missing key, a value out of range, or one that has no effect under the others
     */
    public static Settings read(List<Setting<?>> settings, Map<String, ?> raw) {
        Schema schema = new Schema(settings);
        Settings read = readAll(schema, raw);
        Map<String, Object> given = schema.values(raw);
        for (Setting<?> setting : settings) {
            Object value = given.get(setting.name());
            if (value != null && !value.equals(setting.defaultValue()) && !read.acts(setting)) {
                throw Schema.withoutEffect(setting, withGiven(read, given));
            }
        }
        return read;
    }

    /**
     * Reads the values of a panel that shows all settings at once: those without effect under the others are passed over.
     *
     * @throws InputException for an unknown or missing key or a value out of range
     */
    public static Settings readPanel(List<Setting<?>> settings, Map<String, ?> raw) {
        return readAll(new Schema(settings), raw);
    }

    /**
     * The keys and values of a file on one level: what is in a section has its name before it, as {@code start.x}, and a list under
     * {@code start} is its entries, {@code start.w1}, {@code start.w2} ….
     */
    public static Map<String, Object> flattened(Map<String, ?> raw) {
        Map<String, Object> flat = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            if (value instanceof Map<?, ?> section) {
                Map<String, Object> members = new LinkedHashMap<>();
                section.forEach((name, entry) -> put(members, key + "." + name, entry));
                flat.putAll(members);
            } else {
                flat.put(key, value);
            }
        });
        return flat;
    }

    private static void put(Map<String, Object> flat, String key, Object value) {
        if (key.startsWith(Setting.START + ".") && value instanceof List<?> vector) {
            for (int i = 0; i < vector.size(); i++) {
                put(flat, key + (i + 1), String.valueOf(vector.get(i)));
            }
        } else if (flat.put(key, value) != null) {
            throw new InputException(key + " is given twice, once perhaps as an entry of a list");
        }
    }

    /**
     * The keys and values of two files on one level, by the names of settings where they are any.
     *
     * @param over wins where both have a setting
     */
    public static Map<String, Object> merged(List<Setting<?>> settings, Map<String, ?> under, Map<String, ?> over) {
        Schema schema = new Schema(settings);
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Map<String, ?> layer : List.of(under, over)) {
            flattened(layer)
                    .forEach((key, value) -> merged.put(
                            schema.find(key).<String>map(Setting::name).orElse(key), value));
        }
        return merged;
    }

    /** Which of these keys are settings. */
    public static List<String> known(List<Setting<?>> settings, Collection<String> keys) {
        Schema schema = new Schema(settings);
        return keys.stream().filter(schema::has).toList();
    }

    /** What settings these are, in their order. */
    public List<Setting<?>> schema() {
        return schema.settings();
    }

    private static Settings readAll(Schema schema, Map<String, ?> raw) {
        Map<String, Object> given = schema.values(raw);
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Setting<?> setting : schema.settings()) {
            Object value = given.getOrDefault(setting.name(), setting.defaultValue());
            if (value == null) {
                missing.add(setting.name() + " (" + setting.description() + "; " + setting.allowed() + ")");
            } else {
                values.put(setting.name(), value);
            }
        }
        if (!missing.isEmpty()) {
            throw new InputException("missing: " + String.join(", ", missing));
        }
        return resting(schema, SettingValues.of(schema, values));
    }

    /** The values with those that do not act at their defaults. */
    private static Settings resting(Schema schema, SettingValues values) {
        Map<String, Object> rested = new LinkedHashMap<>();
        for (Setting<?> setting : schema.settings()) {
            Object defaultValue = setting.defaultValue();
            if (defaultValue != null && !Schema.acts(setting, values)) {
                rested.put(setting.name(), defaultValue);
            }
        }
        return new Settings(schema, values.with(rested));
    }

    private static Map<String, Object> withGiven(Settings settings, Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>(settings.values);
        all.putAll(given);
        return all;
    }

    /**
     * These settings with some changed; what then has no effect any more goes back to its default.
     *
     * @throws InputException for an unknown key, a value out of range, or a change that has no effect under the others
     */
    public Settings with(Map<String, ?> changes) {
        Map<String, Object> given = schema.values(changes);
        SettingValues merged = values.with(given);
        for (String name : given.keySet()) {
            Setting<?> setting = schema.find(name).orElseThrow();
            if (!Schema.acts(setting, merged)) {
                throw Schema.withoutEffect(setting, merged);
            }
        }
        // A sweep changes numbers in a million copies, and numbers do not say which settings act.
        return schema.govern(given.keySet()) ? resting(schema, merged) : new Settings(schema, merged);
    }

    /** Which of a panel's values, which has all settings, differ from these: the changes. */
    public Map<String, Object> differing(Map<String, ?> panel) {
        Map<String, Object> changes = schema.values(panel);
        changes.entrySet().removeIf(change -> change.getValue().equals(values.get(change.getKey())));
        return changes;
    }

    /** What the value of a setting means. */
    public <T> T get(Setting<T> key) {
        return key.meaning().apply(stored(key));
    }

    /** The value of a setting as it is stored: a double, a long or a text. */
    public Object stored(Setting<?> key) {
        return values.at(schema.place(key));
    }

    /** Whether the model has such a setting. */
    public boolean has(Setting<?> key) {
        return schema.has(key);
    }

    /** Whether the model has a setting of that name. */
    public boolean has(String name) {
        return schema.has(name);
    }

    /** The value as it is stored, or null where there is no such setting. */
    public @Nullable Object value(String name) {
        return schema.find(name).map(setting -> values.get(setting.name())).orElse(null);
    }

    private boolean acts(Setting<?> setting) {
        return Schema.acts(setting, values);
    }

    /** All values by name as they are stored, in the schema's order, those without effect at their defaults. */
    public Map<String, Object> flat() {
        return values;
    }

    /** Whether a value belongs in a record: it has an effect, and is neither that there is no file nor where this machine has its data. */
    private boolean isSaid(Setting<?> setting) {
        boolean noFile = setting.kind() == Setting.Kind.FILE
                && Objects.equals(values.get(setting.name()), setting.defaultValue());
        return acts(setting) && !noFile && setting.kind() != Setting.Kind.FOLDER;
    }

    /**
     * The values that have an effect, by name as they are stored, in the schema's order; a file that is not given has none, and neither has
     * the folder in which data are found.
     */
    public Map<String, Object> acting() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Setting<?> setting : schema.settings()) {
            if (isSaid(setting)) {
                result.put(setting.name(), values.get(setting.name()));
            }
        }
        return result;
    }

    /**
     * The values that have an effect as an experiment file holds them, in sections where a section is not a setting itself: the starting
     * point under {@code start}.
     */
    public Map<String, Object> nested() {
        Map<String, Object> result = new LinkedHashMap<>();
        Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
        for (Setting<?> setting : schema.settings()) {
            Object value = Objects.requireNonNull(values.get(setting.name()));
            String section = setting.section();
            if (!isSaid(setting)) {
                continue;
            }
            if (section.isEmpty() || schema.has(section)) {
                result.put(setting.name(), value);
            } else {
                Map<String, Object> members = sections.computeIfAbsent(section, k -> new LinkedHashMap<>());
                members.put(setting.path().substring(section.length() + 1), value);
                result.put(section, members);
            }
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings s && s.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
