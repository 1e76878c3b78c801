package org.eoslab.view;

import java.util.List;
import java.util.Map;
import org.eoslab.run.Column;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a run are wanted: those with some names and those with some roles; all where neither is said.
 *
 * @param names as in files and JSON
 * @param roles by the names of {@link ColumnDocument}
 */
record ColumnChoice(List<?> names, List<?> roles) {
    /** Reads {@code columns} and {@code roles}. */
    static ColumnChoice read(Map<String, Object> body) {
        return new ColumnChoice(list(body.get("columns")), list(body.get("roles")));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Whether a column is among them. */
    boolean includes(Column column) {
        boolean all = names.isEmpty() && roles.isEmpty();
        return all || names.contains(column.name()) || roles.contains(ColumnDocument.label(column.role()));
    }
}
