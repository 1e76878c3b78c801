package org.eoslab.web.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eoslab.claim.admissible.EosWindow;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Settings;
import org.eoslab.objective.Objective;
import org.eoslab.web.Ticket;

/** What is drawn beside a run: the EoS window of its start, and gradient flow from it on the same clock. */
final class Companions {
    /** Points along a companion curve. */
    private static final int POINTS = 400;

    private final Experiment experiment;
    private final Problem problem;
    private final List<String> coordinates;

    private Companions(Experiment experiment) {
        this.experiment = experiment;
        this.problem = experiment.model().build(experiment.settings());
        this.coordinates = Play.coordinates(experiment, problem.simulation().columns());
    }

    static Map<String, Object> of(Experiment experiment, Ticket ticket) {
        Companions companions = new Companions(experiment);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("window", companions.window().orElse(null));
        json.put("flow", companions.flow(ticket).orElse(null));
        return json;
    }

    /** The EoS window, of the model that has one in closed form. */
    private Optional<EosWindow> window() {
        if (!(problem.simulation().dynamics() instanceof MinimalistDescent descent)) {
            return Optional.empty();
        }
        Settings s = experiment.settings();
        return Optional.of(EosWindow.of(
                descent.model().lambda1(),
                descent.model().lambda2(),
                s.number("alpha"),
                s.number("beta1"),
                s.number("beta2")));
    }

    private Optional<Map<String, Object>> flow(Ticket ticket) {
        double[] start = problem.start().parameters();
        double horizon = experiment.steps() * etaOf(problem.simulation().dynamics());
        return objectiveOf(problem.simulation().dynamics())
                .filter(objective -> horizon > 0 && coordinatesAre(start))
                .map(objective -> flow(new GradientFlow(objective, horizon / POINTS), start, ticket));
    }

    /** Whether the coordinates on the screen are the parameters themselves; some models record functions of them. */
    private boolean coordinatesAre(double[] start) {
        Settings s = experiment.settings();
        return start.length == coordinates.size()
                && IntStream.range(0, start.length)
                        .allMatch(i -> !s.has(coordinates.get(i)) || s.number(coordinates.get(i)) == start[i]);
    }

    private Map<String, Object> flow(GradientFlow flow, double[] start, Ticket ticket) {
        double[] steps = new double[POINTS + 1];
        double[][] values = new double[start.length][POINTS + 1];
        State state = flow.start(start);
        for (int i = 0; i <= POINTS; i++) {
            ticket.check();
            steps[i] = experiment.steps() * (double) i / POINTS;
            for (int c = 0; c < start.length; c++) {
                values[c][i] = state.parameters()[c];
            }
            flow.step(state);
        }
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("step", steps);
        for (int c = 0; c < start.length; c++) {
            path.put(coordinates.get(c), values[c]);
        }
        return path;
    }

    private static Optional<Objective> objectiveOf(Dynamics dynamics) {
        if (dynamics instanceof MinimalistDescent minimalist) {
            return Optional.of(minimalist.model());
        }
        return dynamics instanceof GradientDescent descent ? Optional.of(descent.objective()) : Optional.empty();
    }

    private static double etaOf(Dynamics dynamics) {
        if (dynamics instanceof MinimalistDescent minimalist) {
            return minimalist.eta();
        }
        return dynamics instanceof GradientDescent descent
                ? descent.stepSize().schedule().eta(0)
                : 0;
    }
}
