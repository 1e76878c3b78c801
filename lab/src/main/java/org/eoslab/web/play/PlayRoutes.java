package org.eoslab.web.play;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.RunJson;
import org.eoslab.run.Recording;
import org.eoslab.web.server.Cancellation;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;
import org.eoslab.web.server.YamlBody;
import org.eoslab.web.thinning.StepWindow;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/play}: a run, thinned to the window on the screen; {@code POST /api/step} is the same for the values of a
 * single step, asked for beside it. {@code POST /api/claims}: its claims, checked at every step.
 * {@code POST /api/overlays}: what is drawn beside it. {@code POST /api/export/csv} and {@code /yaml}: for export.
 *
 * @param catalogue the models
 * @param queue does the work
 */
public record PlayRoutes(Catalogue catalogue, RequestQueue queue) implements Routes {
    /** About a second of work for the paper's model. */
    static final long MOST_STEPS = 2_000_000;

    /** Claims and tables look at every step, recorded: about 60 MB a run. The longest preset takes 300,000. */
    static final long MOST_RECORDED_STEPS = 400_000;

    @Override
    public void addTo(Javalin server) {
        server.post("/api/play", this::play);
        server.post("/api/step", this::play);
        server.post("/api/claims", request -> {
            Experiment experiment = experiment(JsonBody.read(request), MOST_RECORDED_STEPS);
            queue.answer(request, cancellation -> claims(experiment, cancellation));
        });
        server.post("/api/overlays", request -> {
            Experiment experiment = experiment(JsonBody.read(request), MOST_STEPS);
            queue.answer(request, cancellation -> OverlayCurves.of(experiment, cancellation));
        });
        server.post("/api/export/csv", request -> {
            Experiment experiment = experiment(JsonBody.read(request), MOST_RECORDED_STEPS);
            queue.answer(
                    request,
                    "text/csv",
                    cancellation -> Downloads.csv(experiment, cancellation).getBytes(StandardCharsets.UTF_8));
        });
        server.post("/api/export/yaml", request -> {
            Experiment experiment = experiment(JsonBody.read(request), Long.MAX_VALUE);
            queue.answer(request, "application/yaml", cancellation -> YamlBody.bytes(experiment.toMap()));
        });
    }

    private void play(Context request) {
        Map<String, Object> body = JsonBody.read(request);
        Experiment experiment = experiment(body, MOST_STEPS);
        StepWindow window = StepWindow.read(body, experiment.steps());
        List<?> columns = body.get("columns") instanceof List<?> names ? names : List.of();
        queue.answer(request, cancellation -> Play.of(experiment, window, columns, cancellation));
    }

    private Experiment experiment(Map<String, Object> body, long mostSteps) {
        if (!(body.get("experiment") instanceof Map<?, ?> record)) {
            throw new InputException("missing: experiment (a model and its settings)");
        }
        check(record.get("steps"), mostSteps);
        @SuppressWarnings("unchecked")
        Experiment experiment = catalogue.ofPanel((Map<String, Object>) record);
        check(experiment.steps(), mostSteps);
        return experiment;
    }

    /** Says first what is allowed here, then what is allowed at all. */
    private static void check(@Nullable Object steps, long mostSteps) {
        if (steps instanceof Number number && number.doubleValue() > mostSteps) {
            throw new InputException("steps: " + InputException.shown(steps)
                    + " is not allowed here; it must be at most " + mostSteps + " (the command line takes more)");
        }
    }

    private static Map<String, Object> claims(Experiment experiment, Cancellation cancellation) {
        Run run = Run.of(experiment, Recording.ALL, List.of(cancellation.observer()));
        cancellation.check();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claims", run.findings().stream().map(RunJson::claim).toList());
        json.put("certificate", run.certificate().map(RunJson::certificate).orElse(null));
        return json;
    }
}
