package org.eoslab.model.minimalist.figure;

import java.util.List;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Probe;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.probe.ParametersProbe;
import org.eoslab.run.race.Race;

/**
 * Figure 5: gradient descent, gradient flow and the constrained trajectory from one start. The last has β₁ = 0 from its first step on;
 * as long as it is below 2/η it is gradient descent without the oscillation.
 */
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
     * @param start (α, β₁, β₂) of all three, with λ₁α² at most 2/η; not modified
     * @param steps of gradient descent
     * @return columns {@code step}, {@code time}, {@code name.alpha}, {@code name.beta1}, {@code name.beta2} of each of the three, and
     *     their distances
     */
    public static Table of(MinimalistDescent descent, double[] start, long steps) {
        List<Probe> parameters = List.of(ParametersProbe.named(List.of("alpha", "beta1", "beta2")));
        Race race = new Race(List.of(
                new Race.Entrant(DESCENT, descent, parameters),
                new Race.Entrant(FLOW, new GradientFlow(descent.model(), descent.eta()), parameters),
                new Race.Entrant(CONSTRAINED, new MinimalistConstrained(descent.model(), descent.eta()), parameters)));
        Table table = new Table(race.names(), Recording.ALL, steps);
        race.run(race.start(start), steps, List.of(table));
        return table;
    }
}
