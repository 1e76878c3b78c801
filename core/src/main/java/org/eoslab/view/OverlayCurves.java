package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.FlowIntegrator;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Landmark;
import org.eoslab.experiment.Overlays;
import org.eoslab.experiment.Problem;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Simulation;

/** What is drawn beside a run: its start's EoS window, and gradient flow and the constrained trajectory on the same clock. */
final class OverlayCurves {
    /** Points along an overlaid curve. */
    private static final int POINTS = 400;

    /** A way that nobody sees, in parts of the way gone. */
    private static final double UNSEEN = 1e-4;

    /**
     * Gradients at most between two points of a flow that is drawn: ten times what a sharpness of 10/η takes over the most steps. What takes more ends
     * there, for somebody waits for it.
     */
    static final int EVALUATIONS = 100_000;

    private final Experiment experiment;
    private final Problem problem;
    private final List<String> coordinates;

    private OverlayCurves(Experiment experiment) {
        this.experiment = experiment;
        this.problem = experiment.build();
        this.coordinates = Play.coordinates(experiment, problem.simulation().columns());
    }

    static Map<String, Object> of(Experiment experiment, Cancellation cancellation) {
        OverlayCurves curves = new OverlayCurves(experiment);
        Map<String, Object> json = new LinkedHashMap<>();
        Overlays overlays = experiment.model().overlays(experiment);
        json.put("window", overlays.window().map(OverlayCurves::window).orElse(null));
        json.put("flow", curves.flow(cancellation).orElse(null));
        json.put(
                "constrained",
                overlays.constrained()
                        .map(beside -> curves.constrained(beside, cancellation))
                        .orElse(null));
        json.put(
                "landmarks",
                overlays.landmarks().stream().map(OverlayCurves::landmark).toList());
        return json;
    }

    private static Map<String, Object> landmark(Landmark landmark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", landmark.name());
        json.put("kind", ColumnDocument.label(landmark.kind()));
        json.put("at", landmark.at());
        return json;
    }

    private static Map<String, Object> window(Overlays.Window window) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", window.low());
        json.put("high", window.high());
        json.put("limitedBy", window.limitedBy());
        json.put("whyEmpty", window.whyEmpty());
        json.put("provedWith", window.provedWith());
        return json;
    }

    /** Gradient flow for as long as the run takes. */
    private Optional<Map<String, Object>> flow(Cancellation cancellation) {
        double[] start = problem.start().parameters();
        double horizon = experiment.steps() * tick();
        // The step from point to point may be no number where the time is one.
        double tick = horizon / POINTS;
        if (!(tick > 0 && tick < Double.POSITIVE_INFINITY && Play.areParameters(experiment, coordinates, start))) {
            return Optional.empty();
        }
        Objective objective = problem.simulation().dynamics().objective();
        GradientFlow flow = new GradientFlow(objective, tick, FlowIntegrator.PRECISE.within(EVALUATIONS));
        return Optional.of(path(flow, start, POINTS, state -> reach(objective, state, horizon), cancellation));
    }

    /**
     * How far gradient flow can still get: ∫‖∇L‖dt ≤ √(T·∫‖∇L‖²dt) ≤ √(T·L) in the time T that is left, as the integral of ‖∇L‖² is
     * what L loses and the losses here are ≥ 0.
     */
    private static double reach(Objective objective, State state, double horizon) {
        return Math.sqrt(Math.max(0, horizon - state.time()) * objective.value(state.parameters()));
    }

    /** The constrained trajectory for as many steps as the run takes. */
    private Map<String, Object> constrained(Overlays.Beside beside, Cancellation cancellation) {
        return path(
                beside.dynamics(), beside.start(), experiment.steps(), state -> Double.POSITIVE_INFINITY, cancellation);
    }

    /**
     * Points along {@code steps} steps of a dynamics, at the steps of the run that they are beside.
     *
     * @param reach how far it can still get from a state: it stops where nobody would see that it goes on
     */
    private Map<String, Object> path(
            Dynamics dynamics, double[] start, long steps, ToDoubleFunction<State> reach, Cancellation cancellation) {
        double[] beside = new double[POINTS + 1];
        double[][] values = new double[start.length][POINTS + 1];
        State state = dynamics.start(start);
        for (int i = 0; i <= POINTS; i++) {
            cancellation.check();
            Simulation.advance(
                    dynamics,
                    state,
                    steps * i / POINTS,
                    now -> now.step() == 0
                            || !(reach.applyAsDouble(now) < UNSEEN * Vectors.distance(start, now.parameters())));
            beside[i] = experiment.steps() * (double) i / POINTS;
            for (int c = 0; c < start.length; c++) {
                values[c][i] = state.parameters()[c];
            }
        }
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("step", beside);
        for (int c = 0; c < start.length; c++) {
            path.put(coordinates.get(c), values[c]);
        }
        return path;
    }

    /** The time that the first step of the run takes: its η. */
    private double tick() {
        State first = problem.start().copy();
        Simulation.advance(problem.simulation().dynamics(), first, 1);
        return first.time();
    }
}
