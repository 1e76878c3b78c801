package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked settings of one experiment, in the model's order. Immutable. */
public final class Settings {
    private static final String START = "start.";

    /** What a file groups its settings under. */
    private static final List<String> GROUPS = List.of("start", "constants");

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
        Map<String, Object> flat = resolved(schema, raw);
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

    /**
     * The keys and values of a file on one level: what is under {@code start} and {@code constants} has that before its name, as
     * {@code start.x}, and a list under {@code start} is its entries, {@code start.w1}, {@code start.w2} ….
     */
    public static Map<String, Object> flattened(Map<String, ?> raw) {
        Map<String, Object> flat = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            if (GROUPS.contains(key) && value instanceof Map<?, ?> group) {
                Map<String, Object> members = new LinkedHashMap<>();
                group.forEach((name, entry) -> put(members, key + "." + name, entry));
                flat.putAll(members);
            } else {
                flat.put(key, value);
            }
        });
        return flat;
    }

    private static void put(Map<String, Object> flat, String key, Object value) {
        if (key.startsWith(START) && value instanceof List<?> vector) {
            for (int i = 0; i < vector.size(); i++) {
                put(flat, key + (i + 1), String.valueOf(vector.get(i)));
            }
        } else if (flat.put(key, value) != null) {
            throw new InputException(key + " is given twice, once perhaps as an entry of a list");
        }
    }

    private static Map<String, Object> resolved(List<Setting> schema, Map<String, ?> raw) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        flattened(raw).forEach((key, value) -> resolved.put(resolved(schema, key), value));
        return resolved;
    }

    /** The name of the setting that a key means: {@code start.alpha} means {@code alpha}, unless there is one of the longer name. */
    private static String resolved(List<Setting> schema, String key) {
        return key.startsWith(START) && schema.stream().noneMatch(s -> s.name().equals(key))
                ? key.substring(START.length())
                : key;
    }

    /** Which of these keys are settings. */
    public static List<String> known(List<Setting> schema, Collection<String> keys) {
        return keys.stream()
                .filter(key -> schema.stream().anyMatch(s -> s.name().equals(resolved(schema, key))))
                .toList();
    }

    /** What settings these are, in their order. */
    public List<Setting> schema() {
        return schema;
    }

    /**
     * These settings with some changed.
     *
     * @throws InputException for an unknown key or a value out of range
     */
    public Settings with(Map<String, ?> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        Map<String, Object> flat = resolved(schema, changes);
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
        return values.containsKey(resolved(schema, name));
    }

    /** The value of any kind, or null where there is no such setting. */
    public @Nullable Object value(String name) {
        return values.get(resolved(schema, name));
    }

    private Object get(String name) {
        Object value = values.get(resolved(schema, name));
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
            int dot = setting.name().indexOf('.');
            if (setting.start() || dot >= 0) {
                String group = setting.start() ? "start" : setting.name().substring(0, dot);
                @SuppressWarnings("unchecked")
                Map<String, Object> members =
                        (Map<String, Object>) result.computeIfAbsent(group, k -> new LinkedHashMap<String, Object>());
                members.put(setting.name().substring(dot + 1), value);
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
