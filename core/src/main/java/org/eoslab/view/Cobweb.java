package org.eoslab.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.run.Simulation;

/** The first and the last steps of gradient descent on a single parameter: what a cobweb shows on the map of the line that a step is. */
final class Cobweb {
    /** Steps that a cobweb still shows. */
    private static final int STEPS = 60;

    private Cobweb() {}

    /** {@code first} and {@code last}, the places where the run is at steps in a row; empty where the rule is another or has more parameters. */
    static Map<String, Object> of(Experiment experiment, Cancellation cancellation) {
        Problem problem = experiment.build();
        if (!OptimizerSetting.isGradientDescent(experiment.settings())
                || problem.start().parameters().length != 1) {
            return Map.of();
        }
        Dynamics dynamics = problem.simulation().dynamics();
        State state = problem.start().copy();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", steps(dynamics, state, Math.min(experiment.steps(), STEPS)));
        Simulation.advance(dynamics, state, experiment.steps() - STEPS, now -> {
            cancellation.check();
            return true;
        });
        json.put("last", steps(dynamics, state, experiment.steps()));
        return json;
    }

    /** Where the state is and where the next steps bring it, until {@code end} or where it is finite no more. */
    private static double[] steps(Dynamics dynamics, State state, long end) {
        List<Double> places = new ArrayList<>();
        Simulation.advance(dynamics, state, end, now -> places.add(now.parameters()[0]));
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
