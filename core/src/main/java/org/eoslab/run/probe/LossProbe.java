package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The loss {@code loss} and {@code gradientNorm} ‖∇L‖ of any objective, over all of its examples.
 *
 * <p>Where the rule takes that gradient anyway ({@link Dynamics#takesGradient}) they cost nothing, and are to be had at every step.
 *
 * @param objective the loss
 */
public record LossProbe(Objective objective) implements Probe {
    /** The loss. */
    public static final Column LOSS = Column.of("loss", Column.Role.LOSS, "L", "loss L");

    /** The loss and the norm of its gradient. */
    public static final List<Column> COLUMNS =
            List.of(LOSS, Column.of("gradientNorm", Column.Role.MEASUREMENT, "‖∇L‖", "gradient norm ‖∇L‖"));

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        row[offset] = state.loss(objective);
        row[offset + 1] = Vectors.norm(state.gradient(objective));
    }
}
