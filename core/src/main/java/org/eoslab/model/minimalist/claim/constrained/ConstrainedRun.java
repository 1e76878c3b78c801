package org.eoslab.model.minimalist.claim.constrained;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * Where the constrained trajectory beside a run starts: the run's start θ₀ moved onto M̂, (min(α₀, √(2/(ηλ₁))), 0, β₂,₀). It passes
 * through the interior of M̂ before it reaches the bound, so that both branches of Lemma 5.4 are seen.
 *
 * @param dynamics its closed form
 * @param start (α, β₁, β₂)
 * @param steps as many as the run took
 */
record ConstrainedRun(MinimalistConstrained dynamics, double[] start, long steps) {
    static ConstrainedRun beside(MinimalistDescent descent, Trajectory run) {
        MinimalistConstrained constrained = new MinimalistConstrained(descent.model(), descent.eta());
        Table table = run.table();
        double[] start = {
            Math.min(table.get("alpha", 0), constrained.alphaBound()), 0, table.get("beta2", 0),
        };
        return new ConstrainedRun(constrained, start, run.end().step() - (long) table.get("step", 0));
    }

    /** Why there is none, or empty when there is one. */
    static Optional<String> objection(MinimalistDescent descent, Trajectory run) {
        if (run.table().rows() == 0) {
            return Optional.of("the run has no rows");
        }
        Table table = run.table();
        return ExactSettings.of(
                        descent,
                        table.get("alpha", 0),
                        BigDecimal.valueOf(table.get("beta1", 0)),
                        table.get("beta2", 0))
                .outsideStableSet();
    }
}
