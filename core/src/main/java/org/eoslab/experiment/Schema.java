package org.eoslab.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings that a model takes: finds them by the names in files, and says which of them act. */
final class Schema {
    /** The word of a section for the choice that the section is named after: {@code optimizer.name} is {@code optimizer}. */
    private static final String CHOICE = ".name";

    private final List<Setting<?>> settings;
    private final Map<String, Setting<?>> byName = new LinkedHashMap<>();
    private final Map<String, Setting<?>> byPath = new LinkedHashMap<>();
    /** The places of these very settings, which a sweep asks for at each of a million rows: their path need not be made of its parts. */
    private final Map<Setting<?>, Integer> own = new IdentityHashMap<>();

    /** The names of the settings whose values say which others act. */
    private final Set<String> governing = new HashSet<>();

    Schema(List<Setting<?>> settings) {
        this.settings = settings;
        for (Setting<?> setting : settings) {
            if (byName.put(setting.name(), setting) != null || byPath.put(setting.path(), setting) != null) {
                throw new IllegalArgumentException("two settings " + setting.name());
            }
            own.put(setting, own.size());
            governing.addAll(setting.when().keySet());
        }
    }

    List<Setting<?>> settings() {
        return settings;
    }

    /** The setting that a key of a file means: its name, or its path. */
    Optional<Setting<?>> find(String key) {
        String named = key.endsWith(CHOICE) ? key.substring(0, key.length() - CHOICE.length()) : key;
        Setting<?> setting = byName.get(named);
        return Optional.ofNullable(setting == null ? byPath.get(named) : setting);
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    boolean has(Setting<?> key) {
        return byPath.containsKey(key.path());
    }

    /** The place of a setting among all of them. */
    int place(Setting<?> key) {
        Integer place = own.get(key);
        if (place != null) {
            return place;
        }
        Setting<?> same = byPath.get(key.path());
        if (same == null) {
            throw new IllegalArgumentException("no setting " + key.path() + "; there are " + byPath.keySet());
        }
        return Objects.requireNonNull(own.get(same));
    }

    /** The place of the setting of that name; −1 where there is none. */
    int place(Object name) {
        Setting<?> setting = byName.get(name);
        return setting == null ? -1 : Objects.requireNonNull(own.get(setting));
    }

    /**
     * The values of raw ones (strings, numbers, a nested map for a section), by name.
     *
     * @throws InputException for an unknown key, one that is given twice, or a value out of range
     */
    Map<String, Object> values(Map<String, ?> raw) {
        Map<String, Object> values = new LinkedHashMap<>();
        Settings.flattened(raw).forEach((key, value) -> {
            Setting<?> setting = find(key).orElseThrow(() -> InputException.unknown("key", key, byName.keySet()));
            if (values.put(setting.name(), setting.read(value)) != null) {
                throw new InputException(key + " is given twice");
            }
        });
        return values;
    }

    /** Whether other settings may act, or act no more, when these change. */
    boolean govern(Set<String> names) {
        return !Collections.disjoint(names, governing);
    }

    /** Whether a setting acts under these values. */
    static boolean acts(Setting<?> setting, Map<String, Object> values) {
        return setting.when().isEmpty()
                || setting.when().entrySet().stream()
                        .anyMatch(e -> matches(String.valueOf(values.get(e.getKey())), e.getValue()));
    }

    private static boolean matches(String value, List<String> words) {
        return words.contains(Setting.A_FILE)
                ? !value.equals(Setting.NO_FILE)
                : Arrays.stream(value.split(",", -1)).anyMatch(words::contains);
    }

    /** One sentence about a setting that is given and does not act under these values. */
    static InputException withoutEffect(Setting<?> setting, Map<String, Object> values) {
        String others = setting.when().keySet().stream()
                .map(name -> name + ": " + values.get(name))
                .collect(Collectors.joining(" and "));
        String useful = setting.when().entrySet().stream()
                .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining(" or with "));
        return new InputException(
                setting.name() + ": " + InputException.shown(Objects.requireNonNull(values.get(setting.name())))
                        + " has no effect with " + others + "; it acts with " + useful);
    }
}
