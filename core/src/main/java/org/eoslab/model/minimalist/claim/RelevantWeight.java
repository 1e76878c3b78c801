package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Lemma 4.2 (iii): β₂ never decreases, and αβ₂ ≤ 1. The margin is the smaller of the smallest relative increase of β₂ and the
 * smallest 1 − αβ₂.
 *
 * <p>At convergence 1 − αβ₂ is zero to rounding. α, β₂ and the product each round once, so a step that ends at αβ₂ ≤ 1 exactly
 * is recorded as at most 1 + 3·2⁻⁵³, that is 1 + 2⁻⁵² (the next double would be 1 + 2⁻⁵¹); the step back
 * from there is ηλ₂α² ≤ 1 times that excess, relative to β₂.
 */
final class RelevantWeight {
    /** Three roundings of 2⁻⁵³ each. */
    private static final double ROUNDING = 3 * 0x1p-53;

    private RelevantWeight() {}

    static MinimalistClaim claim(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                        dynamics,
                        "L4.2iii",
                        "Lemma 4.2 (iii)",
                        "β₂ never decreases, and αβ₂ ≤ 1",
                        RelevantWeight::judge,
                        Premise.ADMISSIBLE)
                .ofEveryStep();
    }

    private static Finding judge(Claim claim, MinimalistRun run) {
        double[] alpha = run.column("alpha");
        double[] beta2 = run.column("beta2");
        Worst worst = new Worst();
        double largest = 0;
        for (int i = 0; i < run.rows(); i++) {
            double product = alpha[i] * beta2[i];
            largest = Math.max(largest, product);
            worst.see(run.step(i), 1 - product, ROUNDING);
            if (i > 0) {
                worst.see(run.step(i), (beta2[i] - beta2[i - 1]) / beta2[i - 1], ROUNDING);
            }
        }
        return worst.finding(
                claim,
                MinimalistRun.text("β₂ from %.9g to %.9g; max αβ₂ = %.9g", beta2[0], beta2[run.rows() - 1], largest),
                "");
    }
}
