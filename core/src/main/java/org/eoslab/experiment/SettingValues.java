package org.eoslab.experiment;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of all settings of a schema, by name and in its order. A sweep makes a million copies with a few of them changed: they are an array. */
final class SettingValues extends AbstractMap<String, Object> {
    private final Schema schema;
    private final Object[] array;

    private SettingValues(Schema schema, Object[] array) {
        this.schema = schema;
        this.array = array;
    }

    /** These values, one for each setting. */
    static SettingValues of(Schema schema, Map<String, Object> values) {
        return new SettingValues(
                schema,
                schema.settings().stream()
                        .map(setting -> Objects.requireNonNull(values.get(setting.name())))
                        .toArray());
    }

    /** The same with some of them changed. */
    SettingValues with(Map<String, Object> changes) {
        Object[] changed = array.clone();
        changes.forEach((name, value) -> changed[schema.place(name)] = value);
        return new SettingValues(schema, changed);
    }

    /** The value of the setting at a place of the schema. */
    Object at(int place) {
        return array[place];
    }

    @Override
    public @Nullable Object get(Object name) {
        int place = schema.place(name);
        return place < 0 ? null : array[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return schema.place(name) >= 0;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return IntStream.range(0, array.length)
                        .mapToObj(i -> Map.entry(schema.settings().get(i).name(), array[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return array.length;
            }
        };
    }
}
