package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checked settings of one experiment, in the model's order. Immutable. */
public final class Settings {
    private final List<Setting> schema;
    private final Map<String, Object> values;

    private Settings(List<Setting> schema, Map<String, Object> values) {
        this.schema = schema;
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Reads raw values (strings, numbers, a nested {@code start} map) against a schema.
     *
     * @throws InputException for an unknown or missing key or a value out of range
     */
    public static Settings read(List<Setting> schema, Map<String, ?> raw) {
        Map<String, Object> flat = flatten(raw);
        List<String> known = schema.stream().map(Setting::name).toList();
        for (String key : flat.keySet()) {
            if (!known.contains(key)) {
                throw InputException.unknown("key", key, known);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Setting setting : schema) {
            Object value = flat.get(setting.name());
            Object defaultValue = setting.defaultValue();
            if (value != null) {
                values.put(setting.name(), setting.read(value));
            } else if (defaultValue != null) {
                values.put(setting.name(), defaultValue);
            } else {
                missing.add(setting.name() + " (" + setting.description() + "; " + setting.allowed() + ")");
            }
        }
        if (!missing.isEmpty()) {
            throw new InputException("missing: " + String.join(", ", missing));
        }
        return new Settings(schema, values);
    }

    private static Map<String, Object> flatten(Map<String, ?> raw) {
        Map<String, Object> flat = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            if (key.equals("start") && value instanceof Map<?, ?> start) {
                start.forEach((k, v) -> flat.put(String.valueOf(k), v));
            } else {
                flat.put(key.startsWith("start.") ? key.substring("start.".length()) : key, value);
            }
        });
        return flat;
    }

    /**
     * These settings with some changed.
     *
     * @throws InputException for an unknown key or a value out of range
     */
    public Settings with(Map<String, ?> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        Map<String, Object> flat = flatten(changes);
        for (Setting setting : schema) {
            Object value = flat.remove(setting.name());
            if (value != null) {
                merged.put(setting.name(), setting.read(value));
            }
        }
        if (!flat.isEmpty()) {
            throw InputException.unknown("key", flat.keySet().iterator().next(), values.keySet());
        }
        return new Settings(schema, merged);
    }

    /** A number. */
    public double number(String name) {
        return (Double) get(name);
    }

    /** A whole number. */
    public long integer(String name) {
        return (Long) get(name);
    }

    /** A text. */
    public String text(String name) {
        return (String) get(name);
    }

    /** Whether the model has such a setting. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + name + "; there are " + values.keySet());
        }
        return value;
    }

    /** All values by name, in the schema's order. */
    public Map<String, Object> flat() {
        return values;
    }

    /** All values as an experiment file holds them: the starting point under {@code start}. */
    public Map<String, Object> nested() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Setting setting : schema) {
            Object value = get(setting.name());
            if (setting.start()) {
                @SuppressWarnings("unchecked")
                Map<String, Object> start =
                        (Map<String, Object>) result.computeIfAbsent("start", k -> new LinkedHashMap<String, Object>());
                start.put(setting.name(), value);
            } else {
                result.put(setting.name(), value);
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
