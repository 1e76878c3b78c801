package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eoslab.run.Column;

/** The JSON of a {@link Column}: what its numbers are, for pages and programs that draw them. */
public final class ColumnDocument {
    private ColumnDocument() {}

    /** {@code name}, {@code kind}, {@code role}, {@code symbol}, {@code words}, {@code list}. */
    public static Map<String, Object> of(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", column.name());
        json.put("kind", label(column.kind()));
        json.put("role", label(column.role()));
        json.put("symbol", column.symbol());
        json.put("words", column.words());
        json.put("list", column.list());
        return json;
    }

    /** What a constant is called in it: {@code loss-term}. */
    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
