package org.eoslab.web.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.plot.Figure;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.store.RunStore;
import org.eoslab.store.StoredRun;
import org.eoslab.view.Cancellation;
import org.eoslab.view.StepWindow;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;

/**
 * {@code GET} and {@code POST /api/live}: the runs started here, and a new one from a preset. {@code POST /api/live/N/stop},
 * {@code /api/live/N/columns}: stop one, see one; {@code GET /api/live/N/pictures}: the pictures of what it has measured so far. {@code POST /api/runs/ID/resume}, {@code /fork}: go on with a stored one.
 *
 * @param catalogue the presets
 * @param store the stored runs
 * @param runs the live ones
 * @param queue draws
 */
public record WatchRoutes(Catalogue catalogue, RunStore store, LiveRuns runs, RequestQueue queue) implements Routes {
    /** A run of more steps is a job for the command line, where a terminal keeps it. */
    private static final long MOST_STEPS = 10_000_000;

    @Override
    public void addTo(RoutesConfig server) {
        server.get("/api/live", request -> answer(request, Map.of("runs", runs.list())));
        server.post("/api/live", this::start);
        server.post("/api/live/{number}/stop", request -> {
            runs.find(request.pathParam("number")).stop();
            answer(request, Map.of("stopped", true));
        });
        server.post("/api/live/{number}/columns", request -> {
            LiveRun run = runs.find(request.pathParam("number"));
            Map<String, Object> body = JsonBody.read(request);
            List<?> names = body.get("columns") instanceof List<?> list ? list : List.of();
            Map<String, Object> json = new LinkedHashMap<>(run.json());
            json.put("series", run.columns(names, StepWindow.read(body, run.last())));
            answer(request, json);
        });
        server.get("/api/live/{number}/pictures", request -> {
            LiveRun run = runs.find(request.pathParam("number"));
            queue.answer(request, cancellation -> Map.of("pictures", drawn(run.measures(), cancellation)));
        });
        server.post("/api/runs/{id}/resume", request -> {
            LiveRuns.Entered entered = runs.resume(store.find(request.pathParam("id")));
            Map<String, Object> json = new LinkedHashMap<>(entered.run().json());
            json.put("already", entered.already());
            answer(request, json);
        });
        server.post("/api/runs/{id}/fork", this::fork);
    }

    /** Figures as SVG, by their names. */
    private static Map<String, String> drawn(List<Figure> figures, Cancellation cancellation) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Figure figure : figures) {
            cancellation.check();
            StringWriter svg = new StringWriter();
            try {
                FigureFiles.svg(figure, svg);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            pictures.put(figure.name(), svg.toString());
        }
        return pictures;
    }

    private void start(Context request) {
        Map<String, Object> body = JsonBody.read(request);
        Preset preset = catalogue.preset(String.valueOf(body.get("preset")));
        Experiment experiment = catalogue.experiment(preset);
        if (Boolean.TRUE.equals(body.get("quick"))) {
            experiment = experiment.with(preset.quick());
        }
        experiment = experiment.with(experiment.settings().differing(changes(body)));
        check(experiment);
        answer(request, runs.start(preset.name(), experiment).json());
    }

    private void fork(Context request) {
        Map<String, Object> body = JsonBody.read(request);
        Object given = body.get("step");
        if (given == null) {
            throw new InputException("missing: step (where the new run leaves the old one)");
        }
        Map<String, Object> changes = changes(body);
        StoredRun stored = store.find(request.pathParam("id"));
        Experiment changed = runs.experiment(stored).with(changes);
        check(changed);
        double step = given instanceof Number number ? number.doubleValue() : Double.NaN;
        if (step != Math.rint(step) || step < 0 || step > changed.steps()) {
            throw new InputException("step: " + InputException.shown(given)
                    + " is not allowed; it must be a whole number from 0 to " + changed.steps());
        }
        answer(request, runs.fork(stored, (long) step, changes).json());
    }

    private static void check(Experiment experiment) {
        if (experiment.steps() > MOST_STEPS) {
            throw new InputException("steps: " + experiment.steps() + " is not allowed here; it must be at most "
                    + MOST_STEPS + " (the command line takes more)");
        }
    }

    private static Map<String, Object> changes(Map<String, Object> body) {
        Object set = body.get("set");
        if (set == null) {
            return Map.of();
        }
        if (!(set instanceof Map<?, ?> map)) {
            throw new InputException("set: " + set + " is not allowed; it must be an object of settings");
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value == null) {
                throw new InputException(key + ": null is not allowed; leave it out to keep what it is");
            }
            changes.put(String.valueOf(key), value);
        });
        return changes;
    }

    private static void answer(Context request, Object value) {
        request.contentType("application/json").result(JsonBody.bytes(value));
    }
}
