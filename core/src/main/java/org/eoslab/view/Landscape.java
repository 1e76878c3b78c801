package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.linalg.dense.TopEigenvalue;
import org.eoslab.objective.Objective;
import org.eoslab.run.Simulation;
import org.jspecify.annotations.Nullable;

/** A loss over one or two of its coordinates, the others where the experiment starts, with its sharpness and where a step leads. */
final class Landscape {
    /** More than a picture of contours needs, about a second's work. */
    private static final int MOST_POINTS = 100_000;

    private final Dynamics dynamics;
    private final Objective objective;
    private final double[] start;
    private final List<String> coordinates;
    private final GridAxis x;
    private final Optional<GridAxis> y;

    private Landscape(Experiment experiment, @Nullable Object x, @Nullable Object y) {
        Problem problem = experiment.build();
        this.dynamics = problem.simulation().dynamics();
        this.objective = dynamics.objective();
        this.start = problem.start().parameters();
        this.coordinates = Play.coordinates(experiment, problem.simulation().columns());
        if (!Play.areParameters(experiment, coordinates, start)) {
            throw new InputException("landscape: the coordinates of "
                    + experiment.model().name() + " are not the parameters of its loss");
        }
        this.x = GridAxis.read("x", x, coordinates);
        this.y = Optional.ofNullable(y).map(axis -> GridAxis.read("y", axis, coordinates));
        long points = (long) this.x.points() * this.y.map(GridAxis::points).orElse(1);
        if (points > MOST_POINTS) {
            throw new InputException("landscape: " + points + " points are more than " + MOST_POINTS);
        }
    }

    /**
     * {@code x} and, of two, {@code y}, the values along the axes; {@code loss} and {@code sharpness}, row by row of one y; and along a single coordinate
     * {@code next}, its value a step later.
     */
    static Map<String, Object> of(
            Experiment experiment, @Nullable Object x, @Nullable Object y, Cancellation cancellation) {
        return new Landscape(experiment, x, y).map(cancellation);
    }

    private Map<String, Object> map(Cancellation cancellation) {
        int rows = y.map(GridAxis::points).orElse(1);
        double[] loss = new double[rows * x.points()];
        double[] sharpness = new double[loss.length];
        double[] next = new double[loss.length];
        TopEigenvalue top = new TopEigenvalue(objective.dimension());
        double[] w = start.clone();
        for (int row = 0; row < rows; row++) {
            cancellation.check();
            if (y.isPresent()) {
                w[coordinates.indexOf(y.get().name())] = y.get().at(row);
            }
            for (int i = 0; i < x.points(); i++) {
                w[coordinates.indexOf(x.name())] = x.at(i);
                int place = row * x.points() + i;
                loss[place] = objective.value(w);
                sharpness[place] = top.of(objective.hessian(w));
                next[place] = y.isPresent() ? Double.NaN : next(w);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("x", x.values());
        y.ifPresent(axis -> json.put("y", axis.values()));
        json.put("loss", loss);
        json.put("sharpness", sharpness);
        if (y.isEmpty()) {
            json.put("next", next);
        }
        return json;
    }

    private double next(double[] w) {
        State state = dynamics.start(w);
        Simulation.advance(dynamics, state, 1);
        return state.parameters()[coordinates.indexOf(x.name())];
    }
}
