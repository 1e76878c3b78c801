package org.eoslab.web.library;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.run.Table;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;

/** The rows of the runs last looked at: a finished run never changes, so its table can be kept. */
final class Tables {
    private static final int KEPT = 6;

    private final Map<String, Table> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    Table of(StoredRun run) {
        if (run.status() != RunSummary.Status.FINISHED) {
            return run.table();
        }
        synchronized (kept) {
            Table table = kept.get(run.id());
            if (table != null) {
                return table;
            }
        }
        Table table = run.table();
        synchronized (kept) {
            kept.put(run.id(), table);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return table;
    }
}
