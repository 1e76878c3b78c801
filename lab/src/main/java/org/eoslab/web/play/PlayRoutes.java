package org.eoslab.web.play;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.trajectory.Recording;
import org.eoslab.web.Desk;
import org.eoslab.web.Json;
import org.eoslab.web.Routes;
import org.eoslab.web.Ticket;

/**
 * {@code POST /api/play}: a run, thinned to the window on the screen; {@code POST /api/step} is the same for the values of a
 * single step, asked for beside it. {@code POST /api/claims}: its claims, checked at every
 * step.
 *
 * @param catalogue the models
 * @param desk does the work
 */
public record PlayRoutes(Catalogue catalogue, Desk desk) implements Routes {
    /** About a second of work for the paper's model. */
    private static final long MOST_STEPS = 2_000_000;

    /** Claims look at every recorded step: about 30 MB a run. */
    private static final long MOST_STEPS_OF_CLAIMS = 200_000;

    @Override
    public void addTo(Javalin server) {
        server.post("/api/play", this::play);
        server.post("/api/step", this::play);
        server.post("/api/claims", request -> {
            Experiment experiment = experiment(Json.read(request), MOST_STEPS_OF_CLAIMS);
            desk.answer(request, ticket -> claims(experiment, ticket));
        });
    }

    private void play(Context request) {
        Map<String, Object> body = Json.read(request);
        Experiment experiment = experiment(body, MOST_STEPS);
        Window window = Window.read(body, experiment.steps());
        desk.answer(request, ticket -> Play.of(experiment, window, ticket));
    }

    private Experiment experiment(Map<String, Object> body, long mostSteps) {
        if (!(body.get("experiment") instanceof Map<?, ?> record)) {
            throw new InputException("missing: experiment (a model and its settings)");
        }
        @SuppressWarnings("unchecked")
        Experiment experiment = catalogue.experiment((Map<String, Object>) record);
        if (experiment.steps() > mostSteps) {
            throw new InputException("steps: " + experiment.steps() + " is not allowed here; it must be at most "
                    + mostSteps + " (the command line takes more)");
        }
        return experiment;
    }

    private static Map<String, Object> claims(Experiment experiment, Ticket ticket) {
        Run run = Run.of(experiment, Recording.ALL, java.util.List.of(ticket.observer()));
        ticket.check();
        return Findings.json(run);
    }
}
