package org.eoslab.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.race.RuleRace;
import org.eoslab.run.Column;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race;
import org.eoslab.view.ColumnDocument;
import org.jspecify.annotations.Nullable;

/**
 * A race as it was run.
 *
 * @param name what it is called
 * @param rules the entrants
 * @param outcome how it ended for the first of them
 * @param table the rows kept
 * @param ends where each entrant ended, in their order
 */
public record RunRace(String name, RuleRace rules, Outcome outcome, Table table, List<State> ends) {
    /**
     * Runs a race.
     *
     * @param steps of the first entrant
     * @param observers told of every step of it
     */
    public static RunRace of(String name, RuleRace rules, long steps, List<Observer> observers) {
        Table table = Table.of(rules.race().columns(), Recording.ALL, steps);
        List<State> states = rules.begin();
        List<Observer> all = new ArrayList<>(List.of(table));
        all.addAll(observers);
        Outcome outcome = rules.race().run(states, steps, all);
        return new RunRace(name, rules, outcome, table, states);
    }

    /** The names of the entrants. */
    public List<String> names() {
        return rules.race().entrants().stream().map(Race.Entrant::name).toList();
    }

    /** The names of those that have not diverged. */
    public List<String> lasting() {
        List<String> names = names();
        return IntStream.range(0, names.size())
                .filter(i -> ends.get(i).isFinite())
                .mapToObj(names::get)
                .toList();
    }

    /** The last reading of an entrant's column; NaN where it has none. */
    public double last(String entrant, String column) {
        String name = entrant + "." + column;
        int row = table.has(name) ? table.rows() - 1 : -1;
        while (row >= 0 && Double.isNaN(table.get(name, row))) {
            row--;
        }
        return row < 0 ? Double.NaN : table.get(name, row);
    }

    /** How far an entrant is from the first, at each row; zeros of the first itself. */
    public double[] distances(String entrant) {
        String first = names().get(0);
        return entrant.equals(first) ? new double[table.rows()] : table.column(Race.distance(first, entrant));
    }

    /**
     * Its JSON document.
     *
     * @param shown which rows become {@code states}
     */
    public Map<String, Object> json(Recording shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("race", name);
        json.put("version", Version.current());
        json.put("outcome", outcome.label());
        json.put("steps", ends.get(0).step());
        json.put("entrants", entrants());
        json.put("refused", rules.refused());
        json.put("columns", table.columns().stream().map(ColumnDocument::of).toList());
        List<Map<String, Object>> states = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (shown.keeps((long) table.get("step", row), ends.get(0).step())) {
                states.add(state(row));
            }
        }
        json.put("states", states);
        return json;
    }

    private List<Map<String, Object>> entrants() {
        List<Map<String, Object>> entrants = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            Race.Entrant entrant = rules.race().entrants().get(i);
            State end = ends.get(i);
            double[] distances = distances(entrant.name());
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", entrant.name());
            json.put("model", rules.experiments().get(i).model().name());
            json.put("settings", rules.experiments().get(i).settings().acting());
            json.put("diverged", !end.isFinite());
            json.put("steps", end.step());
            json.put("time", end.time());
            json.put("threshold", RunJson.number(entrant.dynamics().stabilityThreshold(end)));
            json.put("loss", RunJson.number(last(entrant.name(), "loss")));
            json.put("sharpness", RunJson.number(last(entrant.name(), "sharpness")));
            json.put("distance", RunJson.number(distances[distances.length - 1]));
            entrants.add(json);
        }
        return entrants;
    }

    private Map<String, Object> state(int row) {
        Map<String, Object> state = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            double value = table.get(column.name(), row);
            state.put(column.name(), value(column.kind(), value));
        }
        return state;
    }

    private static @Nullable Object value(Column.Kind kind, double value) {
        if (kind == Column.Kind.COUNT && Double.isFinite(value)) {
            return (long) value;
        }
        return RunJson.number(value);
    }
}
