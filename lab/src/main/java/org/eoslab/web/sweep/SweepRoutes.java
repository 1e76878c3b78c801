package org.eoslab.web.sweep;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.eoslab.view.Cancellation;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;
import org.eoslab.web.server.YamlBody;

/**
 * {@code POST /api/sweep}: the rows of a sweep, given as the contents of a sweep file, column by column, with the words for them. {@code POST
 * /api/sweep/yaml}: that file, for export.
 *
 * @param catalogue the models
 * @param queue does the work
 */
public record SweepRoutes(Catalogue catalogue, RequestQueue queue) implements Routes {
    /** A cell of a phase diagram is then some ten pixels wide. */
    private static final long MOST_RUNS = 10_000;

    /** Steps of all runs together: about a second of the batched kernel, some twenty of other models. */
    private static final double MOST_STEPS = 2e8;

    @Override
    public void addTo(RoutesConfig server) {
        server.post("/api/sweep", request -> {
            Sweep sweep = Sweep.read(contents(request), catalogue);
            check(sweep);
            queue.answer(request, cancellation -> rows(sweep, cancellation));
        });
        server.post("/api/sweep/yaml", request -> {
            Map<String, Object> contents = contents(request);
            Sweep.read(contents, catalogue);
            request.contentType("application/yaml").result(YamlBody.bytes(contents));
        });
    }

    private static Map<String, Object> contents(Context request) {
        if (!(JsonBody.read(request).get("sweep") instanceof Map<?, ?> file)) {
            throw new InputException("missing: sweep (the contents of a sweep file)");
        }
        Map<String, Object> contents = new LinkedHashMap<>();
        file.forEach((key, value) -> contents.put(String.valueOf(key), value));
        return contents;
    }

    private static void check(Sweep sweep) {
        if (sweep.runs() > MOST_RUNS) {
            throw new InputException("sweep: " + sweep.runs() + " runs are not allowed here; at most " + MOST_RUNS
                    + " (the command line takes more)");
        }
        double steps = (double) sweep.runs() * sweep.base().steps();
        if (steps > MOST_STEPS) {
            throw new InputException("sweep: " + steps + " steps of all runs together are not allowed here; at most "
                    + MOST_STEPS + " (take fewer points or steps, or the command line)");
        }
    }

    private static Map<String, Object> rows(Sweep sweep, Cancellation cancellation) {
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (long part = 0; part < sweep.partitions(); part++) {
            cancellation.check();
            for (RowColumn column : sweep.partition(part).columns()) {
                columns.computeIfAbsent(column.name(), name -> new ArrayList<>())
                        .addAll(column.values());
            }
        }
        return Map.of("columns", columns, "words", sweep.words());
    }
}
