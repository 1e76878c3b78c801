package org.eoslab.model.minimalist.claim.constrained;

import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.text.Format;

/**
 * Theorem 5.5: along the constrained trajectory the loss never increases, and once α sits at the bound
 * L(θ_{t+1}) = (1 − 2r)²L(θ_t), r = λ₂/λ₁.
 *
 * <p>On β₁ = 0, L = ½λ₂ρ² with ρ = 1 − αβ₂, so both are checked on ρ, whose rounding is known: |ρ⁺| ≤ |ρ|, and |ρ⁺ − (1 − 2r)ρ| is nothing
 * but rounding. The margin is the least slack of either.
 */
record ConstrainedDecay(MinimalistDescent dynamics) implements Claim {
    /** αβ₂ ≤ 1, its factors and the step to β₂⁺: eight roundings of numbers of at most 1. */
    private static final double ROUNDING = 8 * 0x1p-52;

    @Override
    public String id() {
        return "T5.5";
    }

    @Override
    public String statement() {
        return "along the constrained trajectory from this start the loss never increases, and at λ₁α² = 2/η it is multiplied by (1 − 2r)² a step";
    }

    @Override
    public String source() {
        return ConstrainedClaims.PAPER + "Theorem 5.5";
    }

    @Override
    public Finding check(Trajectory run) {
        Optional<String> objection = ConstrainedRun.objection(dynamics, run);
        if (objection.isPresent()) {
            return Finding.notApplicable(this, objection.get());
        }
        ConstrainedRun beside = ConstrainedRun.beside(dynamics, run);
        double bound = beside.dynamics().alphaBound();
        double factor = 1 - 2 * dynamics.model().lambda2() / dynamics.model().lambda1();
        State state = beside.dynamics().start(beside.start());
        Worst worst = new Worst();
        double error = 0;
        long atBound = 0;
        for (long t = 0; t < beside.steps(); t++) {
            double before = residual(state);
            boolean sits = state.parameters()[Minimalist.ALPHA] == bound;
            Simulation.advance(beside.dynamics(), state, state.step() + 1);
            double after = residual(state);
            worst.see(t, Math.abs(before) - Math.abs(after), ROUNDING);
            if (sits) {
                double off = Math.abs(after - factor * before);
                worst.see(t, ROUNDING - off);
                error = Math.max(error, off);
                atBound++;
            }
        }
        if (atBound == 0) {
            return worst.holds()
                    ? Finding.notReached(this, "the constrained trajectory does not reach λ₁α² = 2/η in this run")
                    : worst.finding(this, "", "");
        }
        return worst.finding(
                this,
                Format.text("(1 − 2r)² = %.9g met at each of %d steps, ρ to %.2g", factor * factor, atBound, error),
                "");
    }

    /** ρ = 1 − αβ₂. */
    private static double residual(State state) {
        return 1 - state.parameters()[Minimalist.ALPHA] * state.parameters()[Minimalist.BETA2];
    }
}
