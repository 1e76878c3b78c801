package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Lemma 4.5 and Theorem 4.6: the surrogate loss L̂ = ½λ₂(y − 1)², y = √(2/(ηλ₁))β₂, follows the convergence term L₂ and decays
 * linearly, while y ≤ ȳ, usually 0.9.
 *
 * <p>With ρ = α√(ηλ₁/2), αβ₂ = ρy and L₂/L̂ = ((1 − ρy)/(1 − y))²; with its attained range [ρ₋, ρ₊] this lies between
 * (max(0, 1 − ρ₊y)/(1 − y))² and ((1 − ρ₋y)/(1 − y))². A step multiplies 1 − y by exactly 1 − 2rμ, μ = ρ(1 − ρy)/(1 − y), so
 * with the attained range [m, M] of μ, (1 − 2rM)^{2t} ≤ L̂_t/L̂_0 ≤ (1 − 2rm)^{2t}: η enters through [m, M] only.
 *
 * <p>Margins: L4.5 the smallest slack in the residuals 1 − ρ₊y ≤ |1 − αβ₂| ≤ 1 − ρ₋y, and where ρ ≤ 1 and y ≤ 1 in
 * 1 − y ≤ |1 − αβ₂|, all of order 1; T4.6 the slack in ln(L̂_t/L̂_0)/2, less than what rounding explains counting as zero. Both are
 * zero where the range is attained.
 */
final class SurrogateLoss {
    /** ρ, y, ρy, αβ₂ and two differences, each of size ≤ 2: eight roundings of 2⁻⁵² at most. */
    private static final double RESIDUAL = 8 * 0x1p-52;

    private SurrogateLoss() {}

    static MinimalistClaim bounds(MinimalistDescent dynamics, Constants constants) {
        return MinimalistClaim.of(
                dynamics,
                "L4.5",
                "Lemma 4.5",
                "L̂ follows L₂: (max(0, 1 − ρ₊y)/(1 − y))² ≤ L₂/L̂ ≤ ((1 − ρ₋y)/(1 − y))² while y ≤ "
                        + Constants.text(constants.ybar()) + ", and L̂ ≤ L₂ where λ₁α² ≤ 2/η and y ≤ 1",
                (claim, run) -> judgeBounds(claim, run, constants.ybar().doubleValue()),
                Premise.ADMISSIBLE);
    }

    static MinimalistClaim decay(MinimalistDescent dynamics, Constants constants) {
        return MinimalistClaim.of(
                        dynamics,
                        "T4.6",
                        "Theorem 4.6",
                        "L̂ decays linearly: (1 − 2rM)^{2t} ≤ L̂_t/L̂_0 ≤ (1 − 2rm)^{2t} while y ≤ "
                                + Constants.text(constants.ybar()),
                        (claim, run) -> judgeDecay(claim, run, constants.ybar().doubleValue()),
                        Premise.WHOLE_STEPS,
                        Premise.ADMISSIBLE)
                .ofEveryStep();
    }

    private static Finding judgeBounds(Claim claim, MinimalistRun run, double ybar) {
        Curve curve = new Curve(run, ybar);
        double[] convergence = run.column("convergenceLoss");
        double[] surrogate = run.column("surrogateLoss");
        int end = curve.end();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < end; i++) {
            low = Math.min(low, curve.rho(i));
            high = Math.max(high, curve.rho(i));
        }
        Worst worst = new Worst();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < run.rows(); i++) {
            double y = curve.y(i);
            double ratio = convergence[i] / surrogate[i];
            if (i < end) {
                double residual = Math.sqrt(ratio) * (1 - y);
                worst.see(run.step(i), residual - Math.max(0, 1 - high * y), RESIDUAL);
                worst.see(run.step(i), 1 - low * y - residual, RESIDUAL);
                smallest = Math.min(smallest, ratio);
                largest = Math.max(largest, ratio);
            }
            if (curve.rho(i) <= 1 && y <= 1) {
                double unit = Math.sqrt(2 / run.model().lambda2());
                worst.see(run.step(i), unit * (Math.sqrt(convergence[i]) - Math.sqrt(surrogate[i])), RESIDUAL);
            }
        }
        return worst.finding(
                claim,
                end == 0
                        ? ""
                        : MinimalistRun.text(
                                "ρ in [%.6g, %.6g], L₂/L̂ in [%.6g, %.6g] up to step %d",
                                low, high, smallest, largest, run.step(end - 1)),
                end == 0
                        ? MinimalistRun.text("y starts at %.6g, above ȳ: only L̂ ≤ L₂ is to be checked", curve.y(0))
                        : "");
    }

    private static Finding judgeDecay(Claim claim, MinimalistRun run, double ybar) {
        Curve curve = new Curve(run, ybar);
        int end = curve.end();
        if (end < 2) {
            return run.rows() < 2
                    ? Finding.notReached(claim, "no step taken")
                    : Finding.notApplicable(
                            claim, MinimalistRun.text("y is above ȳ = %.6g within a step: %.6g", ybar, curve.y(1)));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + 1 < end; i++) {
            low = Math.min(low, curve.rate(i));
            high = Math.max(high, curve.rate(i));
        }
        double r = run.r();
        double[] surrogate = run.column("surrogateLoss");
        Worst worst = new Worst();
        for (int t = 1; t < end; t++) {
            double decay = 0.5 * Math.log(surrogate[t] / surrogate[0]);
            // Each of t steps rounds y ≤ ȳ a few times, which 1/(1 − ȳ) enlarges in ln(1 − y).
            double rounding = t * RESIDUAL / (1 - ybar);
            worst.see(run.step(t), decay - t * Math.log1p(-2 * r * high), rounding);
            worst.see(run.step(t), t * Math.log1p(-2 * r * low) - decay, rounding);
        }
        int last = end - 1;
        double attained = -Math.expm1(0.5 * Math.log(surrogate[last] / surrogate[0]) / last) / (2 * r);
        return worst.finding(
                claim,
                MinimalistRun.text("[m, M] = [%.6g, %.6g], on average %.6g, over %d steps", low, high, attained, last),
                low <= 1 && 1 <= high ? "m ≤ 1 ≤ M: (1 − 2r)^{2t} lies between" : "1 is outside [m, M]");
    }

    /** The curve of (ρ, y). */
    private static final class Curve {
        private final double[] alpha;
        private final double[] beta2;
        private final double scale;
        private final double ybar;

        Curve(MinimalistRun run, double ybar) {
            this.ybar = ybar;
            alpha = run.column("alpha");
            beta2 = run.column("beta2");
            scale = Math.sqrt(2 / (run.eta() * run.model().lambda1()));
        }

        double y(int row) {
            return scale * beta2[row];
        }

        double rho(int row) {
            return alpha[row] / scale;
        }

        /** μ = ρ(1 − ρy)/(1 − y). */
        double rate(int row) {
            return rho(row) * (1 - alpha[row] * beta2[row]) / (1 - y(row));
        }

        /** The number of leading rows with y ≤ ȳ. */
        int end() {
            int end = 0;
            while (end < alpha.length && y(end) <= ybar) {
                end++;
            }
            return end;
        }
    }
}
