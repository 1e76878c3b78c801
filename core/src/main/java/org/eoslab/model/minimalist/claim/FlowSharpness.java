package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.linalg.dense.Symmetric3;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Lemma 5.1 and Theorem 5.2: gradient flow from the start ends at a minimum sharper than 2/η, and gradient descent brings that
 * gradient flow solution (GFS) sharpness φ down between bounds that only fall.
 *
 * <p>Margins: L5.1 ηφ(θ₀)/2 − 1; T5.2 the smallest distance of φ to either bound and the smallest decrease of a bound in a
 * row, both relative.
 */
final class FlowSharpness {
    /** Sixteen roundings: those of C, a sum of three squares, and those of G. */
    private static final double ROUNDING = 16 * 0x1p-53;

    private FlowSharpness() {}

    static MinimalistClaim atStart(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "L5.1",
                "Lemma 5.1",
                "gradient flow from the start ends sharper than the threshold: φ(θ₀) = S(θ∞) > 2/η",
                FlowSharpness::judgeStart,
                Premise.ADMISSIBLE);
    }

    static MinimalistClaim bounds(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "T5.2",
                "Theorem 5.2",
                "λ₁G(α₋² − b² − β₂²) ≤ φ(θ_t) ≤ λ₁G(α₊² − β₂²), and neither bound increases",
                FlowSharpness::judgeBounds,
                Premise.ADMISSIBLE);
    }

    private static Finding judgeStart(Claim claim, MinimalistRun run) {
        Minimalist model = run.model();
        double alpha = run.start("alpha");
        double beta1 = run.start("beta1");
        double beta2 = run.start("beta2");
        double end = Math.sqrt(Minimalist.solutionAlphaSquared((alpha - beta2) * (alpha + beta2) - beta1 * beta1));
        Symmetric3 hessian = new Symmetric3();
        hessian.solve(
                model.hessianAlphaAlpha(0, 1 / end),
                model.lambda1() * end * end,
                model.lambda2() * end * end,
                0,
                model.hessianAlphaBeta2(end, 1 / end),
                0);
        double recorded = run.start("gfsSharpness");
        Worst worst = new Worst();
        // (S4), which is exact, decides what rounding cannot.
        worst.see(0, hessian.value() / run.threshold() - 1, ROUNDING);
        // The recorded closed form is the eigenvalue at the flow's end; any difference beyond rounding is a violation.
        worst.see(0, Math.abs(recorded / hessian.value() - 1) <= ROUNDING ? worst.margin() : -1);
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "φ(θ₀) = %.9g, %.4g times 2/η; flow ends at α = %.9g",
                        recorded, recorded / run.threshold(), end),
                "");
    }

    private static Finding judgeBounds(Claim claim, MinimalistRun run) {
        double[] alpha = run.column("alpha");
        double[] beta1 = run.column("beta1");
        double[] beta2 = run.column("beta2");
        double[] flow = run.column("gfsSharpness");
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double widest = 0;
        for (int i = 0; i < run.rows(); i++) {
            least = Math.min(least, alpha[i]);
            most = Math.max(most, alpha[i]);
            widest = Math.max(widest, beta1[i] * beta1[i]);
        }
        Worst worst = new Worst();
        double previousLow = Double.POSITIVE_INFINITY;
        double previousHigh = Double.POSITIVE_INFINITY;
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < run.rows(); i++) {
            double square = beta2[i] * beta2[i];
            double low = run.model().lambda1() * Minimalist.solutionAlphaSquared(least * least - widest - square);
            double high = run.model().lambda1() * Minimalist.solutionAlphaSquared(most * most - square);
            double rounding = rounding(alpha[i] * alpha[i], beta1[i] * beta1[i] + square);
            double ofLow = rounding(least * least, widest + square);
            double ofHigh = rounding(most * most, square);
            worst.see(run.step(i), flow[i] / low - 1, rounding + ofLow);
            worst.see(run.step(i), high / flow[i] - 1, rounding + ofHigh);
            if (i > 0) {
                worst.see(run.step(i), previousLow / low - 1, 2 * ofLow);
                worst.see(run.step(i), previousHigh / high - 1, 2 * ofHigh);
            }
            previousLow = low;
            previousHigh = high;
            largest = Math.max(largest, flow[i]);
            smallest = Math.min(smallest, flow[i]);
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "ηφ from %.9g at the start, in [%.9g, %.9g], to %.9g; α in [%.6g, %.6g], b² = %.4g",
                        run.eta() * flow[0],
                        run.eta() * smallest,
                        run.eta() * largest,
                        run.eta() * flow[run.rows() - 1],
                        least,
                        most,
                        widest),
                "");
    }

    /** The relative rounding error of G(C), C = plus − minus, whose derivative G' is G/√(C² + 4). */
    private static double rounding(double plus, double minus) {
        return ROUNDING * (1 + (plus + minus) / Math.hypot(plus - minus, 2));
    }
}
