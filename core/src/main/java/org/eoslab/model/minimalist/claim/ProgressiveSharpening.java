package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Theorem 4.3: before the first crossing T₁ of 2/η the curvature only grows (a run without a crossing, which can turn back just
 * below 2/η, is not one that it is about); after it, it stays between the floor κ/η and the
 * sharpness φ(θ₀) at which gradient flow would have ended.
 *
 * <p>Margins: (a) the smallest of the relative increase of α, the relative decrease of β₁² and 1 − ηλ₁α²/2, over t &lt; T₁;
 * (b) the smaller of ηλ₁α²/κ − 1 and 1 − λ₁α²/(φ(θ₀)(1 + ε)), over t ≥ T₁, the former with the floor only.
 */
final class ProgressiveSharpening {
    /** (S3) allows the first step of α to be 0, a difference of equal numbers, each of a few roundings. */
    static final double FIRST = 8 * 0x1p-53;

    /** |β₁⁺/β₁| is 1 − ηλ₁α² by five roundings. */
    private static final double SHRINKING = 5 * 0x1p-53;

    private ProgressiveSharpening() {}

    static MinimalistClaim before(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                        dynamics,
                        "T4.3a",
                        "Theorem 4.3",
                        "for t < T₁ < ∞: α never decreases, β₁² never increases, and λ₁α² ≤ 2/η",
                        ProgressiveSharpening::judgeBefore,
                        Premise.ADMISSIBLE,
                        Premise.BELOW_THE_LAYER)
                .ofEveryStep();
    }

    static MinimalistClaim after(MinimalistDescent dynamics, Constants constants) {
        return MinimalistClaim.of(
                dynamics,
                "T4.3b",
                "Theorem 4.3",
                "for t ≥ T₁: " + (dynamics.clip() instanceof ClippingRule.Floor ? "κ/η ≤ " : "") + "λ₁α² ≤ φ(θ₀)(1 + "
                        + Constants.text(constants.overshoot()) + ")",
                (claim, run) -> judgeAfter(claim, run, constants),
                Premise.ADMISSIBLE);
    }

    private static Finding judgeBefore(Claim claim, MinimalistRun run) {
        double[] alpha = run.column("alpha");
        double[] curvature = run.column("curvatureBeta1");
        double[] significand = run.column("beta1Significand");
        double[] exponent = run.column("beta1Exponent");
        long crossing = run.firstCrossing();
        if (crossing < 0) {
            return run.notCrossed(claim);
        }
        int end = run.rowFrom(crossing);
        Worst worst = new Worst();
        for (int i = 0; i < end; i++) {
            worst.see(run.step(i), 1 - curvature[i] / run.threshold());
            if (i + 1 < run.rows()) {
                // fl(α + x) ≥ α for x ≥ 0: no rounding to allow, but where x = 0 is meant.
                worst.see(run.step(i), alpha[i + 1] / alpha[i] - 1, i == 0 ? FIRST : 0);
                double ratio =
                        significand[i + 1] / significand[i] * Math.scalb(1, (int) (exponent[i + 1] - exponent[i]));
                worst.see(run.step(i), significand[i] == 0 ? 0 : 1 - ratio * ratio, SHRINKING);
            }
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "T₁ = %s; ηλ₁α² from %.9g to %.9g",
                        crossing, run.eta() * curvature[0], run.eta() * curvature[Math.max(0, end - 1)]),
                crossing == 0 ? "the start is above 2/η" : "");
    }

    private static Finding judgeAfter(Claim claim, MinimalistRun run, Constants constants) {
        if (run.firstCrossing() < 0) {
            return run.notCrossed(claim);
        }
        double[] alpha = run.column("alpha");
        double[] curvature = run.column("curvatureBeta1");
        double[] sharpness = run.column("sharpness");
        double flow = run.start("gfsSharpness");
        double most = flow * (1 + constants.overshoot().doubleValue());
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
            worst.see(run.step(i), 1 - curvature[i] / most);
            flattest = Math.min(flattest, sharpness[i]);
            sharpest = Math.max(sharpest, sharpness[i]);
            highest = Math.max(highest, curvature[i]);
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "ηS from %.9g to %.9g; max λ₁α² is %.9g times φ(θ₀), and %.9g times 2/η",
                        run.eta() * flattest, run.eta() * sharpest, highest / flow, highest / run.threshold()),
                run.hasFloor() ? "" : "a lower bound κ/η is the clipping rule floor's alone");
    }
}
