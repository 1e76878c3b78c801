package org.eoslab.web.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.run.Table;
import org.eoslab.store.StoredRun;
import org.eoslab.view.ColumnThinning;
import org.eoslab.view.StepWindow;

/** A run in a list of them: a small curve of what is held against the threshold, and the run that it is a fork of. */
final class Spark {
    private static final int PIXELS = 64;

    /** What is held against the threshold, the first of these that a run has. */
    private static final List<String> COLUMNS = List.of("preconditionedSharpness", "sharpness");

    private Spark() {}

    /** {@code series}, null where there is no such column or row; {@code threshold}; {@code forkOf}, null where it is none. */
    static Map<String, Object> of(StoredRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("series", null);
        json.put("threshold", run.summary().threshold());
        json.put("forkOf", run.document().get("forkOf"));
        if (run.columns().isEmpty()) {
            return json;
        }
        Table table = run.table();
        if (table.rows() > 0) {
            long last = (long) table.get("step", table.rows() - 1);
            COLUMNS.stream()
                    .filter(table::has)
                    .findFirst()
                    .ifPresent(name ->
                            json.put("series", ColumnThinning.of(table, name, new StepWindow(0, last, PIXELS))));
        }
        return json;
    }
}
