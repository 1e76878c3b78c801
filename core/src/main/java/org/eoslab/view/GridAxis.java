package org.eoslab.view;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a grid: a coordinate, or a setting, and the values that it takes, equally far apart.
 *
 * @param name of the coordinate or setting
 * @param low the first value
 * @param high the last, above {@code low}
 * @param points how many, 2 to {@value #MOST}
 */
record GridAxis(String name, double low, double high, int points) {
    /** As many as a wide picture has pixels. */
    static final int MOST = 4096;

    GridAxis {
        if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new InputException(name + ": " + low + " to " + high + " is not allowed; it must be low < high");
        }
        if (points < 2 || points > MOST) {
            throw new InputException(
                    name + ": " + points + " points are not allowed; it must be from 2 to " + MOST + " of them");
        }
    }

    /**
     * Reads {@code name}, {@code low}, {@code high} and {@code points}.
     *
     * @param names the names that there are
     */
    static GridAxis read(String key, @Nullable Object value, List<String> names) {
        if (!(value instanceof Map<?, ?> axis)) {
            throw new InputException(key + ": missing, with its name, low, high and points");
        }
        String name = String.valueOf(axis.get("name"));
        if (!names.contains(name)) {
            throw InputException.unknown(key + ": name", name, names);
        }
        long points = StepWindow.whole("points", axis.get("points"));
        return new GridAxis(name, number(key, axis, "low"), number(key, axis, "high"), (int)
                Math.max(0, Math.min(points, MOST + 1)));
    }

    /**
     * Reads the setting of an experiment whose values runs are made at.
     *
     * @param what asks for the runs, for people
     * @param mostSteps that all of them together may take
     */
    static GridAxis ofRuns(String what, Experiment experiment, @Nullable Object value, long mostSteps) {
        GridAxis axis = read(
                "axis",
                value,
                experiment.settings().schema().stream()
                        .<String>map(Setting::name)
                        .toList());
        if (axis.points() * experiment.steps() > mostSteps) {
            throw new InputException(what + ": more than " + mostSteps + " steps in all are not allowed");
        }
        return axis;
    }

    private static double number(String key, Map<?, ?> axis, String end) {
        if (axis.get(end) instanceof Number number) {
            return number.doubleValue();
        }
        throw new InputException(key + ": " + end + " is not a number");
    }

    /** Value {@code i}. */
    double at(int i) {
        return i == points - 1 ? high : low + i * (high - low) / (points - 1);
    }

    /** All values. */
    double[] values() {
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = at(i);
        }
        return values;
    }
}
