package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Probe;

/**
 * The loss {@code loss} and {@code gradientNorm} ‖∇L‖ of any objective, over all of its examples.
 *
 * <p>Where the rule takes that gradient anyway ({@link Dynamics#takesGradient}) they cost nothing, and are to be had at every step.
 *
 * @param objective the loss
 */
public record LossProbe(Objective objective) implements Probe {
    private static final List<String> COLUMNS = List.of("loss", "gradientNorm");

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        row[offset] = state.loss(objective);
        row[offset + 1] = Vectors.norm(state.gradient(objective));
    }
}
