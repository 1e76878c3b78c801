package org.eoslab.claim.constrained;

import java.util.Optional;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.constrained.MinimalistConstrained;
import org.eoslab.objective.Minimalist;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.Trajectory;

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
        ConstrainedRun beside = beside(descent, run);
        double alpha = beside.start[Minimalist.ALPHA];
        double beta2 = beside.start[Minimalist.BETA2];
        if (!(alpha > 0 && beta2 > 0)) {
            return Optional.of("it is about starts with α > 0 and β₂ > 0; this one has " + alpha + " and " + beta2);
        }
        double slack = beside.dynamics.slack(alpha, beta2);
        if (!(slack >= 0)) {
            return Optional.of("the start, moved to β₁ = 0 and λ₁α² ≤ 2/η, is outside the stable set by " + -slack);
        }
        return Optional.empty();
    }
}
