package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.projected.SelfStabilisation;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The two constants of self-stabilisation (Damian et al. 2022), from the gradient ∇S = ∇³L(u, u, ·) of the sharpness:
 * {@code progressiveSharpening} α = −∇L·∇S⊥ and {@code selfStabilisation} β = ‖∇S⊥‖², ⊥ the part orthogonal to the top
 * eigenvector u. {@link SelfStabilisedOscillation} holds them against the run's oscillation. Both are as good as u is, and mean nothing where the top eigenvalue is not simple.
 *
 * @param objective the loss
 * @param sharpness reads u; where it has read this step already, nothing is read again
 */
public record SelfStabilisationProbe(SmoothObjective objective, SharpnessProbe sharpness) implements Probe {
    /** The column of α. */
    public static final String SHARPENING = "progressiveSharpening";

    @Override
    public List<Column> columns() {
        return List.of(
                Column.of(SHARPENING, Column.Role.MEASUREMENT, "α = −∇L·∇S⊥", "progressive sharpening α"),
                Column.of("selfStabilisation", Column.Role.MEASUREMENT, "β = ‖∇S⊥‖²", "self-stabilisation β"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        SelfStabilisation here = SelfStabilisation.of(
                objective, state.parameters(), sharpness.read(state).hessian());
        row[offset] = here.progressiveSharpening();
        row[offset + 1] = here.selfStabilisation();
    }
}
