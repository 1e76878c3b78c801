package org.eoslab.experiment.figure;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.constrained.MinimalistConstrained;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.trajectory.Probe;
import org.eoslab.trajectory.Recording;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.race.ParametersProbe;
import org.eoslab.trajectory.race.Race;

/** Figure 5: gradient descent, gradient flow and the constrained trajectory, from gradient descent's first crossing of 2/η on. */
public final class EdgeRace {
    /** The name of gradient descent in the columns. */
    public static final String DESCENT = "descent";

    /** The name of gradient flow. */
    public static final String FLOW = "flow";

    /** The name of the constrained trajectory. */
    public static final String CONSTRAINED = "constrained";

    private EdgeRace() {}

    /**
     * The race.
     *
     * @param descent model, step size and clipping
     * @param start (α, β₁, β₂) at step 0, not modified
     * @param horizon the most steps to wait for the crossing
     * @param steps steps of the race
     * @return columns {@code step}, {@code time}, {@code name.alpha}, {@code name.beta1}, {@code name.beta2} of each of the three, and
     *     their distances; empty when 2/η is not crossed by {@code horizon}
     */
    public static Table of(MinimalistDescent descent, double[] start, long horizon, long steps) {
        List<Probe> parameters = List.of(new ParametersProbe(List.of("alpha", "beta1", "beta2")));
        Race race = new Race(List.of(
                new Race.Entrant(DESCENT, descent, parameters),
                new Race.Entrant(FLOW, new GradientFlow(descent.model(), descent.eta()), parameters),
                new Race.Entrant(CONSTRAINED, new MinimalistConstrained(descent.model(), descent.eta()), parameters)));
        State state = descent.start(start);
        while (state.memory()[MinimalistDescent.CROSSED] == 0 && state.step() < horizon) {
            descent.step(state);
        }
        long last = state.step() + steps;
        Table table = new Table(race.columns(), Recording.ALL, last);
        if (state.memory()[MinimalistDescent.CROSSED] == 1) {
            List<State> states = new ArrayList<>(race.start(state.parameters()));
            states.set(0, state);
            race.run(states, last, List.of(table));
        }
        return table;
    }
}
