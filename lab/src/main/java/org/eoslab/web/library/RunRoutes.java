package org.eoslab.web.library;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.InputException;
import org.eoslab.run.Table;
import org.eoslab.store.RunStore;
import org.eoslab.store.StoredRun;
import org.eoslab.store.duckdb.Parquet;
import org.eoslab.view.ColumnThinning;
import org.eoslab.view.StepWindow;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;

/**
 * {@code GET /api/runs}: the list. {@code GET /api/runs/ID}: one with its record and claims. {@code POST /api/runs/ID/columns}:
 * its columns, thinned. {@code GET /api/runs/ID/csv}, {@code /yaml}: for export; {@code /pictures/NAME}: one of its pictures; {@code /spark}:
 * what a list shows of it.
 *
 * @param store the runs
 * @param queue does the work
 * @param tables the rows last read
 */
public record RunRoutes(RunStore store, RequestQueue queue, Tables tables) implements Routes {
    /** Of this store. */
    public RunRoutes(RunStore store, RequestQueue queue) {
        this(store, queue, new Tables());
    }

    @Override
    public void addTo(RoutesConfig server) {
        server.get("/api/runs", request -> queue.answer(request, cancellation -> Map.of("runs", list())));
        server.get("/api/runs/{id}", request -> {
            String id = request.pathParam("id");
            queue.answer(request, cancellation -> RunDocument.whole(store.find(id), tables::of));
        });
        server.post("/api/runs/{id}/columns", this::columns);
        server.get("/api/runs/{id}/spark", request -> {
            String id = request.pathParam("id");
            queue.answer(request, cancellation -> Spark.of(store.find(id)));
        });
        server.get("/api/runs/{id}/csv", request -> {
            String id = request.pathParam("id");
            queue.stream(
                    request, "text/csv", out -> Parquet.toCsv(store.find(id).columns(), out));
        });
        server.get("/api/runs/{id}/yaml", request -> {
            String id = request.pathParam("id");
            queue.answer(
                    request, "application/yaml", cancellation -> store.find(id).bytes("experiment.yaml"));
        });
        server.get("/api/runs/{id}/pictures/{name}", request -> {
            String id = request.pathParam("id");
            String name = request.pathParam("name");
            queue.answer(request, "image/svg+xml", cancellation -> picture(store.find(id), name));
        });
    }

    private List<Map<String, Object>> list() {
        return store.list().stream().map(RunDocument::row).toList();
    }

    private void columns(Context request) {
        String id = request.pathParam("id");
        Map<String, Object> body = JsonBody.read(request);
        if (!(body.get("columns") instanceof List<?> names)) {
            throw new InputException("missing: columns (a list of names)");
        }
        queue.answer(request, cancellation -> {
            Table table = tables.of(store.find(id));
            long last = table.rows() == 0 ? 0 : (long) table.get("step", table.rows() - 1);
            StepWindow window = StepWindow.read(body, last);
            Map<String, Object> columns = new LinkedHashMap<>();
            for (Object name : names) {
                cancellation.check();
                if (table.has(String.valueOf(name))) {
                    columns.put(String.valueOf(name), ColumnThinning.of(table, String.valueOf(name), window));
                }
            }
            return Map.of("window", window, "rows", table.rows(), "last", last, "columns", columns);
        });
    }

    private static byte[] picture(StoredRun run, String name) {
        List<String> names = RunDocument.pictures(run);
        if (!names.contains(name)) {
            throw InputException.unknown("picture", name, names);
        }
        return run.bytes(name + RunDocument.SVG);
    }
}
