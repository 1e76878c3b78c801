package org.eoslab.claim.minimalist;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.dynamics.MinimalistDescent;

/**
 * Theorem 4.3: before the first crossing T₁ of 2/η (which can be ∞) the curvature only grows; after it, it stays between the floor κ/η and the
 * sharpness φ(θ₀) at which gradient flow would have ended.
 *
 * <p>Margins: (a) the smallest of the relative increase of α, the relative decrease of β₁² and 1 − ηλ₁α²/2, over t &lt; T₁;
 * (b) the smaller of ηλ₁α²/κ − 1 and 1 − λ₁α²/(φ(θ₀)(1 + ε)), over t ≥ T₁.
 */
final class ProgressiveSharpening {
    /** ε of (b): gradient descent overshoots gradient flow by less than half a per cent ("ours"). */
    static final double OVERSHOOT = 0.005;

    /** |β₁⁺/β₁| is 1 − ηλ₁α² by five roundings. */
    private static final double SHRINKING = 5 * 0x1p-53;

    private ProgressiveSharpening() {}

    static Claim before(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "T4.3a",
                "Theorem 4.3",
                "for t < T₁: α increases, β₁² decreases, and λ₁α² ≤ 2/η",
                ProgressiveSharpening::judgeBefore,
                Premise.EVERY_STEP,
                Premise.ADMISSIBLE);
    }

    static Claim after(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "T4.3b",
                "Theorem 4.3",
                "for t ≥ T₁: κ/η ≤ λ₁α² ≤ φ(θ₀)(1 + 0.005)",
                ProgressiveSharpening::judgeAfter,
                Premise.ADMISSIBLE);
    }

    private static Finding judgeBefore(Claim claim, MinimalistRun run) {
        double[] alpha = run.column("alpha");
        double[] curvature = run.column("curvatureBeta1");
        double[] significand = run.column("beta1Significand");
        double[] exponent = run.column("beta1Exponent");
        long crossing = run.firstCrossing();
        int end = crossing < 0 ? run.rows() : run.rowFrom(crossing);
        Worst worst = new Worst();
        for (int i = 0; i < end; i++) {
            worst.see(run.step(i), 1 - curvature[i] / run.threshold());
            if (i + 1 < run.rows()) {
                // fl(α + x) ≥ α for x ≥ 0: no rounding to allow.
                worst.see(run.step(i), alpha[i + 1] / alpha[i] - 1);
                double ratio =
                        significand[i + 1] / significand[i] * Math.scalb(1, (int) (exponent[i + 1] - exponent[i]));
                worst.see(run.step(i), significand[i] == 0 ? 0 : 1 - ratio * ratio, SHRINKING);
            }
        }
        if (crossing < 0 && worst.holds() && run.neverCrosses().isEmpty()) {
            return run.notCrossed(claim);
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "T₁ = %s; ηλ₁α² from %.9g to %.9g",
                        crossing < 0 ? "∞" : crossing,
                        run.eta() * curvature[0],
                        run.eta() * curvature[Math.max(0, end - 1)]),
                crossing == 0 ? "the start is above 2/η" : "");
    }

    private static Finding judgeAfter(Claim claim, MinimalistRun run) {
        if (run.firstCrossing() < 0) {
            return run.notCrossed(claim);
        }
        double[] alpha = run.column("alpha");
        double[] curvature = run.column("curvatureBeta1");
        double[] sharpness = run.column("sharpness");
        double flow = run.start("gfsSharpness");
        double floor = run.floor();
        Worst worst = new Worst();
        double flattest = Double.POSITIVE_INFINITY;
        double sharpest = 0;
        double highest = 0;
        for (int i = run.rowFrom(run.firstCrossing()); i < run.rows(); i++) {
            // A clipped α is the floor bit for bit, so this comparison needs no rounding.
            if (run.hasFloor()) {
                worst.see(run.step(i), alpha[i] / floor * (alpha[i] / floor) - 1);
            }
            worst.see(run.step(i), 1 - curvature[i] / (flow * (1 + OVERSHOOT)));
            flattest = Math.min(flattest, sharpness[i]);
            sharpest = Math.max(sharpest, sharpness[i]);
            highest = Math.max(highest, curvature[i]);
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "ηS from %.9g to %.9g; max λ₁α²/φ(θ₀) = %.9g",
                        run.eta() * flattest, run.eta() * sharpest, highest / flow),
                run.hasFloor() ? "" : "the lower bound κ/η is the clipping rule floor's; the upper bound is checked");
    }
}
