package org.eoslab.web.sweep;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.job.sweep.StoredSweep;
import org.eoslab.job.sweep.border.BorderMap;
import org.eoslab.job.sweep.border.BorderSettings;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;

/**
 * {@code GET /api/sweeps}: the sweeps that {@code eos sweep} keeps in the store. {@code GET /api/sweeps/NAME}: one with as many of
 * its rows as a screen shows; of a traced border its points, and as rows the regions that it parts. {@code GET
 * /api/sweeps/NAME/runs/INDEX}: the experiment of a row; {@code /at/X/Y}: that at a place of the two axes. {@code GET
 * /api/sweeps/NAME/yaml}: its file, for export.
 *
 * @param folder where the sweeps are
 * @param queue does the work
 */
public record StoredSweepRoutes(Path folder, RequestQueue queue) implements Routes {
    /** A cell of a phase diagram is then some three pixels wide. */
    private static final long MOST_ROWS = 62_500;

    /** Cells a side of a border's regions: with those at the ends no more than rows. */
    private static final int MOST_CELLS = 128;

    @Override
    public void addTo(RoutesConfig server) {
        server.get("/api/sweeps", request -> queue.answer(request, cancellation -> Map.of("sweeps", list())));
        server.get("/api/sweeps/{name}", request -> {
            String name = request.pathParam("name");
            queue.answer(request, cancellation -> rows(StoredSweep.find(folder, name)));
        });
        server.get("/api/sweeps/{name}/runs/{index}", request -> {
            String name = request.pathParam("name");
            long index = index(request);
            queue.answer(
                    request, cancellation -> run(StoredSweep.find(folder, name).experiment(index)));
        });
        server.get("/api/sweeps/{name}/at/{x}/{y}", request -> {
            String name = request.pathParam("name");
            double x = number(request, "x");
            double y = number(request, "y");
            queue.answer(
                    request, cancellation -> run(StoredSweep.find(folder, name).experimentAt(x, y)));
        });
        server.get("/api/sweeps/{name}/yaml", request -> {
            String name = request.pathParam("name");
            queue.answer(
                    request,
                    "application/yaml",
                    cancellation -> StoredSweep.find(folder, name).yaml().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static long index(Context request) {
        String text = request.pathParam("index");
        if (!text.matches("\\d{1,18}")) {
            throw new InputException("index: " + text + " is not allowed; it must be a whole number");
        }
        return Long.parseLong(text);
    }

    private static double number(Context request, String name) {
        try {
            return Double.parseDouble(request.pathParam(name));
        } catch (NumberFormatException e) {
            throw new InputException(name + ": " + request.pathParam(name) + " is not allowed; it must be a number");
        }
    }

    private List<Map<String, Object>> list() {
        List<Map<String, Object>> list =
                StoredSweep.all(folder).stream().map(StoredSweep::document).toList();
        list.forEach(sweep -> sweep.remove("folder"));
        return list;
    }

    private static Map<String, Object> rows(StoredSweep stored) {
        Sweep sweep = stored.file().sweep();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", stored.file().name());
        json.put("model", sweep.base().model().name());
        json.put("design", stored.design());
        json.put("axes", sweep.axes().stream().map(StoredSweepRoutes::axis).toList());
        json.put("words", sweep.words());
        BorderSettings.of(stored.file())
                .ifPresentOrElse(
                        settings -> {
                            BorderMap map =
                                    BorderMap.read(settings, stored.files().labels(), MOST_CELLS);
                            json.put("runs", map.runs());
                            json.put("columns", columns(map.regions()));
                            json.put("border", columns(map.points()));
                        },
                        () -> {
                            json.put("runs", sweep.runs());
                            json.put("columns", stored.columns(MOST_ROWS));
                        });
        return json;
    }

    private static Map<String, Object> columns(RowBlock rows) {
        Map<String, Object> columns = new LinkedHashMap<>();
        rows.columns().forEach(column -> columns.put(column.name(), column.array()));
        return columns;
    }

    private static Map<String, Object> run(Experiment experiment) {
        return Map.of(
                "model",
                experiment.model().name(),
                "settings",
                experiment.settings().flat());
    }

    private static Map<String, Object> axis(Axis axis) {
        boolean log = axis instanceof Axis.Interval interval && interval.log();
        return Map.of("name", axis.name(), "log", log);
    }
}
