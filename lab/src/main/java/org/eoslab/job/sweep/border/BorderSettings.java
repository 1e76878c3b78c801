package org.eoslab.job.sweep.border;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.experiment.InputException;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.eoslab.sweep.border.BorderPoint;
import org.eoslab.sweep.border.BorderSearch;
import org.eoslab.sweep.border.SweepBorder;
import org.jspecify.annotations.Nullable;

/**
 * The {@code border} section of a sweep file: {@code border: {of: regime, between: [edge, converged], tolerance: 1e-4}}.
 *
 * @param border the sweep and the column whose changes are borders
 * @param between the two values of one border, in any order; empty for every border
 * @param search meshes and accuracy, the finest as fine as the sweep's grid
 */
public record BorderSettings(SweepBorder border, List<String> between, BorderSearch search) {
    private static final List<String> KEYS = List.of("of", "between", "tolerance", "coarse");
    private static final int FINEST = 1 << 16;

    /** Of a sweep file, if it has such a section. */
    public static Optional<BorderSettings> of(SweepFile file) {
        Object section = file.contents().get("border");
        if (section == null) {
            return Optional.empty();
        }
        if (!(section instanceof Map<?, ?> map)) {
            throw new InputException("border: " + section + " is not a mapping");
        }
        map.keySet().forEach(key -> {
            if (!KEYS.contains(String.valueOf(key))) {
                throw InputException.unknown("border: key", String.valueOf(key), KEYS);
            }
        });
        Sweep sweep = file.sweep();
        String of = map.get("of") == null ? "regime" : String.valueOf(map.get("of"));
        List<String> columns = sweep.columns().stream().map(RowColumn::name).toList();
        if (!columns.contains(of)) {
            throw InputException.unknown("border: of: column", of, columns);
        }
        SweepBorder border = new SweepBorder(sweep, of);
        int points = Math.max(sweep.axes().get(0).points(), sweep.axes().get(1).points());
        int fine = power(points - 1);
        double coarse = number(map, "coarse", Math.min(fine, 32), 1, fine);
        double tolerance = number(map, "tolerance", 1e-4, 1e-12, 0.1);
        return Optional.of(new BorderSettings(
                border, between(map.get("between")), new BorderSearch(power((int) coarse), fine, tolerance)));
    }

    /** Whether a point lies on the border asked for. */
    boolean asksFor(BorderPoint point) {
        return between.isEmpty() || (between.contains(point.before()) && between.contains(point.after()));
    }

    private static List<String> between(@Nullable Object raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw instanceof List<?> pair && pair.size() == 2 && !pair.get(0).equals(pair.get(1))) {
            return pair.stream().map(String::valueOf).toList();
        }
        throw new InputException("border: between: " + raw + " is not allowed; it must be a list of two values");
    }

    /** The least power of two that is not below {@code n}. */
    private static int power(int n) {
        return Math.min(FINEST, n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1);
    }

    private static double number(Map<?, ?> map, String key, double otherwise, double low, double high) {
        Object raw = map.get(key);
        if (raw == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(String.valueOf(raw));
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InputException(
                "border: " + key + ": " + raw + " is not allowed; it must be a number from " + low + " to " + high);
    }
}
