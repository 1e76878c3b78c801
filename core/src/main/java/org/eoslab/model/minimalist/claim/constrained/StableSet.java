package org.eoslab.model.minimalist.claim.constrained;

import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.projected.ProjectedGradientDescent;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.text.Format;

/**
 * Lemma 5.4: the stable set M̂ = {β₁ = 0, λ₁α² ≤ 2/η, αβ₂ ≤ 1, λ₁α² &gt; λ₂(α² + β₂² + 1)} (the last condition ours) lies in
 * Damian's M = {S ≤ 2/η, ∇L·u = 0}, and projected gradient descent on it has a closed form.
 *
 * <p>The closed form runs beside a projection that knows only Damian's definition: the top eigenvector, ∇S and the gradient. Checked
 * at every step: the closed form stays in M̂, no repetition of the projection would move it, and the two agree to 10⁻⁸. The margin is
 * what is left of that.
 */
record StableSet(MinimalistDescent dynamics) implements Claim {
    /** How far the two may be apart: Newton's residual 10⁻¹² a step, over a run of 10⁴ steps. */
    private static final double AGREEMENT = 1e-8;

    private static final double RESIDUAL = 1e-12;
    private static final int REPETITIONS = 20;

    /** λ₁α² against 2/η, and αβ₂ against 1: a few roundings of each. */
    private static final double ROUNDING = 8 * 0x1p-52;

    @Override
    public String id() {
        return "L5.4";
    }

    @Override
    public String statement() {
        return "along the constrained trajectory from this start: each point lies in {β₁ = 0, λ₁α² ≤ 2/η, αβ₂ ≤ 1, λ₁α² > λ₂(α² + β₂² + 1)}"
                + " and in Damian's stable set, and projected gradient descent goes to"
                + " α⁺ = min(α + ηλ₂β₂(1 − αβ₂), √(2/(ηλ₁))), β₂⁺ = β₂ + ηλ₂α(1 − αβ₂)";
    }

    @Override
    public String source() {
        return ConstrainedClaims.PAPER + "Lemma 5.4";
    }

    @Override
    public boolean makesRuns() {
        return true;
    }

    @Override
    public Finding check(Trajectory run) {
        Optional<String> objection = ConstrainedRun.objection(dynamics, run);
        if (objection.isPresent()) {
            return Finding.notApplicable(this, objection.get());
        }
        ConstrainedRun beside = ConstrainedRun.beside(dynamics, run);
        MinimalistConstrained closedForm = beside.dynamics();
        ProjectedGradientDescent numerical = new ProjectedGradientDescent(
                dynamics.model(), dynamics.eta(), new DirectEigenSolver(), RESIDUAL, REPETITIONS);
        State exact = closedForm.start(beside.start());
        State projected = numerical.start(beside.start());
        Worst worst = new Worst();
        double largest = 0;
        for (long t = 0; ; t++) {
            double[] w = exact.parameters();
            double scale = Math.max(1, 2 / dynamics.eta());
            double slack = closedForm.slack(w[Minimalist.ALPHA], w[Minimalist.BETA2]);
            worst.see(t, slack >= -ROUNDING * scale ? AGREEMENT : slack);
            double apart = distance(w, projected.parameters());
            largest = Math.max(largest, apart);
            worst.see(t, AGREEMENT - apart);
            double excess = projected.memory()[ProjectedGradientDescent.EXCESS];
            double displacement = projected.memory()[ProjectedGradientDescent.DISPLACEMENT];
            worst.see(t, AGREEMENT - Math.max(excess * dynamics.eta() / 2, displacement));
            if (t == beside.steps()) {
                break;
            }
            Simulation.advance(closedForm, exact, t + 1);
            Simulation.advance(numerical, projected, t + 1);
        }
        return worst.finding(
                this,
                Format.text("at most %.2g apart from the numerical projection over %d steps", largest, beside.steps()),
                "");
    }

    /** The largest difference of a parameter, relative where it is above 1. */
    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(a[i])));
        }
        return largest;
    }
}
