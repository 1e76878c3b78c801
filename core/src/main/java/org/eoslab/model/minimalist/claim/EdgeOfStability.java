package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Theorem 4.4: from the flatter subset there are T₁ ≤ T₂ ≤ T₃ such that α never decreases up to T₂ and passes the threshold, then
 * never increases until λ₁α² ≤ 2/η at T₃. T₂ is where α is largest before T₃, the first step back.
 *
 * <p>The margin is the smallest relative change of α in the claimed direction, and the relative excess of λ₁α² over 2/η at
 * T₂. No rounding is allowed for: where β₁ is tiny and αβ₂ is 1 to rounding, α rests above the threshold bit for bit, because its
 * step, at most g/(ηλ₁α²) times the rounding of αβ₂, is less than half an ulp.
 */
final class EdgeOfStability {
    private EdgeOfStability() {}

    static MinimalistClaim claim(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                        dynamics,
                        "T4.4",
                        "Theorem 4.4",
                        "T₁ ≤ T₂ ≤ T₃: α never decreases up to T₂ past the threshold, then never increases until λ₁α² ≤ 2/η at T₃",
                        EdgeOfStability::judge,
                        Premise.ADMISSIBLE,
                        Premise.FLATTER,
                        Premise.BELOW_THE_LAYER)
                .ofEveryStep();
    }

    private static Finding judge(Claim claim, MinimalistRun run) {
        long crossing = run.firstCrossing();
        if (crossing < 0) {
            return run.notCrossed(claim);
        }
        double[] alpha = run.column("alpha");
        double[] curvature = run.column("curvatureBeta1");
        int first = run.rowFrom(crossing);
        int back = first;
        int peak = first;
        while (back < run.rows() && curvature[back] > run.threshold()) {
            if (alpha[back] > alpha[peak]) {
                peak = back;
            }
            back++;
        }
        if (back == run.rows()) {
            return Finding.notReached(
                    claim,
                    "λ₁α² has not come back to 2/η since T₁ = " + crossing + ", up to step " + run.step(back - 1));
        }
        Worst worst = new Worst();
        worst.see(run.step(peak), curvature[peak] / run.threshold() - 1);
        for (int i = 0; i < back; i++) {
            double change = alpha[i + 1] / alpha[i] - 1;
            worst.see(run.step(i), i < peak ? change : -change, i == 0 ? ProgressiveSharpening.FIRST : 0);
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "T₁ = %d, T₂ = %d, T₃ = %d; ηλ₁α² at T₂ = %.9g",
                        crossing, run.step(peak), run.step(back), run.eta() * curvature[peak]),
                "");
    }
}
