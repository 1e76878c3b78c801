package org.eoslab.model.minimalist.claim;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/**
 * Opposing signals (Rosenfeld and Risteski 2023) in the paper's model: two groups of examples that differ in the sign of the irrelevant input. With x = (L₊ − L₋)/2 =
 * √(λ₁λ₂)αβ₁(αβ₂ − 1) and β₁⁺ = (1 − ηλ₁α²)β₁, the worse group is the other one after every step with ηλ₁α² &gt; 1; so while the mean changes less than the
 * groups differ, what one gains the other loses. The margin is the smallest −x⁺/x.
 *
 * <p>The groups can be told apart where their losses differ by half the digits of a double, 2⁻²⁶ of their mean, and 1 − αβ₂ has as many
 * digits left.
 */
final class OpposingSignals {
    /** Half the digits of a double. */
    private static final double APART = 0x1p-26;

    private OpposingSignals() {}

    static MinimalistClaim claim(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                        dynamics,
                        "opposing",
                        "section 1 (Rosenfeld & Risteski 2023); the groups are ours",
                        "from T₁ on, of the examples (±√λ₁, √λ₂) those with the larger loss are the others after every step with ηλ₁α² > 1"
                                + " at which their losses L₊ and L₋ can be told apart",
                        OpposingSignals::judge,
                        Premise.ADMISSIBLE)
                .ofEveryStep();
    }

    private static Finding judge(Claim claim, MinimalistRun run) {
        if (run.firstCrossing() < 0) {
            return run.notCrossed(claim);
        }
        double[] plus = run.column("lossPlus");
        double[] minus = run.column("lossMinus");
        double[] loss = run.column("loss");
        double[] curvature = run.column("curvatureBeta1");
        double[] alpha = run.column("alpha");
        double[] beta2 = run.column("beta2");
        Worst worst = new Worst();
        int apart = 0;
        int opposing = 0;
        for (int i = 0; i + 1 < loss.length; i++) {
            double difference = plus[i] - minus[i];
            if (Math.abs(difference) > 2 * APART * loss[i]) {
                apart++;
                opposing += plus[i + 1] > plus[i] != minus[i + 1] > minus[i] ? 1 : 0;
                boolean atEdge = run.step(i) >= run.firstCrossing() && run.eta() * curvature[i] > 1;
                if (atEdge && 1 - alpha[i + 1] * beta2[i + 1] > APART) {
                    worst.see(run.step(i), -(plus[i + 1] - minus[i + 1]) / difference);
                }
            }
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "L₊ and L₋ change in opposite directions at %,d of the %,d steps of the run at which they can be told apart (%.4g %%)",
                        opposing, apart, 100.0 * opposing / apart),
                "");
    }
}
