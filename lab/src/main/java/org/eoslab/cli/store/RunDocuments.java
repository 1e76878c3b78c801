package org.eoslab.cli.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.cli.text.Text;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Table;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;

/** Runs of the store as maps for JSON and tables. */
final class RunDocuments {
    private RunDocuments() {}

    /** A row of the list; what is not known yet is null. */
    static Map<String, Object> toMap(RunSummary r) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", r.id());
        map.put("name", r.name());
        map.put("model", r.model());
        map.put("started", r.started().toString());
        map.put("status", r.status().label());
        map.put("outcome", r.outcome());
        map.put("seconds", r.seconds());
        map.put("threshold", r.threshold());
        map.put("firstCrossing", r.firstCrossing());
        map.put("cycles", r.cycles());
        map.put("claimsHold", r.claimsHold());
        map.put("claimsFail", r.claimsFail());
        if (!r.problem().isEmpty()) {
            map.put("problem", r.problem());
        }
        return map;
    }

    /** The settings by name, the starting point's coordinates with the others. */
    static Map<String, Object> settings(StoredRun run) {
        Map<String, Object> flat = new LinkedHashMap<>();
        run.experiment().forEach((name, value) -> {
            if (value instanceof Map<?, ?> start) {
                start.forEach((k, v) -> flat.put(String.valueOf(k), v));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    /** What came out, by name: the outcome, the timeline, and the last recorded row's loss and sharpness. */
    static Map<String, Object> results(StoredRun run) {
        RunSummary summary = run.summary();
        if (summary.status() == RunSummary.Status.DAMAGED) {
            throw new InputException(summary.problem());
        }
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("outcome", summary.outcome());
        results.put("threshold", summary.threshold());
        results.put("firstCrossing", summary.firstCrossing());
        results.put("cycles", summary.cycles());
        results.put("claimsHold", summary.claimsHold());
        results.put("claimsFail", summary.claimsFail());
        if (!run.columns().isEmpty()) {
            Table table = run.table();
            for (String column : new String[] {"step", "loss", "sharpness"}) {
                if (table.has(column) && table.rows() > 0) {
                    results.put("last " + column, table.get(column, table.rows() - 1));
                }
            }
        }
        return results;
    }

    /** A value as people read it. */
    static String text(Object value) {
        return value instanceof Double d ? Text.number(d) : String.valueOf(value);
    }
}
