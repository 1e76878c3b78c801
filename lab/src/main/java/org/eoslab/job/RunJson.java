package org.eoslab.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Column;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.ending.Ending;
import org.eoslab.view.ClaimDocument;
import org.eoslab.view.ColumnDocument;
import org.jspecify.annotations.Nullable;

/** The JSON document of a run, as a tree of maps and lists. */
public final class RunJson {
    private static final List<String> PHASES = List.of("", "I", "II.1", "II.2");

    /** Events of a kind to list: a run that alternates across the threshold has one every other step. */
    private static final int MOST_EVENTS = 1000;

    private RunJson() {}

    /**
     * The document.
     *
     * @param id the run's id in the store; null when it is not stored
     * @param preset the preset or file name
     * @param shown which recorded steps become {@code states}
     */
    public static Map<String, Object> of(Run run, @Nullable String id, String preset, Recording shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        Timeline timeline = run.trajectory().timeline();
        json.put("id", id);
        json.put("preset", preset);
        json.put("model", run.experiment().model().name());
        json.put("version", Version.current());
        json.put("settings", run.experiment().settings().acting());
        json.put("outcome", run.trajectory().outcome().label());
        json.put("steps", run.trajectory().end().step());
        run.experiment().until().ifPresent(condition -> json.put("until", until(run)));
        json.put("ending", ending(run.ending()));
        json.put("threshold", number(timeline.threshold()));
        json.put("firstCrossing", timeline.firstCrossing() < 0 ? null : timeline.firstCrossing());
        put(json, "crossUp", timeline.crossUp());
        put(json, "crossDown", timeline.crossDown());
        put(json, "cycles", timeline.cycles());
        json.put(
                "columns",
                run.trajectory().table().columns().stream()
                        .map(ColumnDocument::of)
                        .toList());
        json.put(
                "states",
                states(
                        run.trajectory().table(),
                        run.met().orElse(run.experiment().steps()),
                        shown));
        json.put("certificate", run.certificate().map(ClaimDocument::of).orElse(null));
        json.put("remarks", run.remarks());
        json.put("claims", run.findings().stream().map(ClaimDocument::of).toList());
        return json;
    }

    /** The condition as it was given, and the step at which it was met, null when it was not. */
    private static Map<String, Object> until(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("condition", run.experiment().settings().stored(Experiment.UNTIL));
        json.put("step", run.met().isPresent() ? run.met().getAsLong() : null);
        return json;
    }

    /** The first of the events, and under {@code nameCount} how many there are. */
    private static void put(Map<String, Object> json, String name, List<?> events) {
        json.put(name, events.subList(0, Math.min(MOST_EVENTS, events.size())));
        json.put(name + "Count", events.size());
    }

    private static Map<String, Object> ending(Ending ending) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", ending.kind().label());
        json.put("evidence", ending.evidence());
        ending.numbers().forEach((name, value) -> {
            if (name.equals("period")) {
                json.put(name, whole(value));
            } else {
                json.put(name, number(value));
            }
        });
        return json;
    }

    private static List<Map<String, Object>> states(Table table, long last, Recording shown) {
        double[][] values = table.names().stream().map(table::column).toArray(double[][]::new);
        List<Map<String, Object>> states = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            long step = (long) values[0][row];
            if (shown.keeps(step, last)) {
                states.add(state(table, values, row));
            }
        }
        return states;
    }

    private static Map<String, Object> state(Table table, double[][] values, int row) {
        Map<String, Object> state = new LinkedHashMap<>();
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        Map<String, double[]> parts = new LinkedHashMap<>();
        for (int c = 0; c < values.length; c++) {
            Column column = table.columns().get(c);
            double value = values[c][row];
            if (column.role() == Column.Role.PART) {
                parts.computeIfAbsent(column.list(), l -> new double[2])[column.kind() == Column.Kind.COUNT ? 1 : 0] =
                        value;
            } else if (column.list().isEmpty()) {
                state.put(column.name(), value(column.kind(), value));
            } else if (Double.isFinite(value) || column.role() == Column.Role.EIGENVALUE) {
                lists.computeIfAbsent(column.list(), l -> new ArrayList<>()).add(number(value));
            }
        }
        parts.forEach((name, part) -> {
            if (part[1] != 0 && Double.isFinite(part[1])) {
                state.put(name, SmallNumber.of(part[0], part[1]));
            }
        });
        state.putAll(lists);
        return state;
    }

    private static @Nullable Object value(Column.Kind kind, double value) {
        return switch (kind) {
            case NUMBER -> number(value);
            case COUNT -> whole(value);
            case FLAG -> Double.isNaN(value) ? null : value != 0;
            case PHASE -> PHASES.get((int) value);
        };
    }

    /** A number, or null where JSON has none. */
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Long whole(double value) {
        return Double.isFinite(value) ? (Long) (long) value : null;
    }
}
