package org.eoslab.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eoslab.experiment.InputException;
import org.jspecify.annotations.Nullable;

/** The entries of a sweep's file, by kind; each refuses another kind by an {@link InputException} that says where it stands. */
final class Entries {
    private Entries() {}

    /** Refuses a key that is not one of the known ones. */
    static void checkKeys(String where, Set<String> keys, List<String> known) {
        for (String key : keys) {
            if (!known.contains(key)) {
                throw InputException.unknown(where + ": key", key, known);
            }
        }
    }

    /** A mapping with at least one entry. */
    static Map<String, Object> map(String where, @Nullable Object raw) {
        if (!(raw instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new InputException(raw == null ? "missing: " + where : where + ": " + raw + " is not a mapping");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }

    /** A finite number. */
    static double number(String where, @Nullable Object raw) {
        try {
            double value = raw instanceof Number n ? n.doubleValue() : Double.parseDouble(String.valueOf(raw));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InputException(
                raw == null ? "missing: " + where : where + ": " + raw + " is not allowed; it must be a finite number");
    }
}
