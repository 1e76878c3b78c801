package org.eoslab.claim.minimalist;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.claim.admissible.AdmissibleSet;
import org.eoslab.claim.admissible.Condition;
import org.eoslab.claim.admissible.EosWindow;
import org.eoslab.dynamics.MinimalistDescent;

/**
 * Proposition C.1: an initial point has a window of learning rates, for each of which it is admissible. (S1), (S4) and (S5) are
 * monotone in η and (S2), (S3) free of it, so checking both ends checks them all; points between are checked as well. The
 * margin is the window's relative width high/low − 1, or the violated condition's.
 */
final class LearningRates {
    private static final int POINTS = 64;

    /** The ends carry the roundings of their own formula, a few ulps, into conditions that hold there with equality. */
    private static final double ROUNDING = 8 * 0x1p-52;

    private LearningRates() {}

    static Claim claim(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "C.1",
                "Proposition C.1",
                "the start has an EoS window of learning rates: (S1) to (S5) hold for every η in it",
                LearningRates::judge,
                Premise.ADMISSIBLE);
    }

    private static Finding judge(Claim claim, MinimalistRun run) {
        double alpha = run.start("alpha");
        double beta1 = run.start("beta1");
        double beta2 = run.start("beta2");
        EosWindow window = EosWindow.of(run.model().lambda1(), run.model().lambda2(), alpha, beta1, beta2);
        Worst worst = new Worst();
        worst.see(0, window.high() / window.low() - 1);
        for (int i = 0; i <= POINTS; i++) {
            double eta = window.low() * Math.pow(window.high() / window.low(), i / (double) POINTS);
            for (Condition condition : new AdmissibleSet(run.model(), eta).conditions(alpha, beta1, beta2)) {
                double margin = condition.margin();
                if (margin < -ROUNDING) {
                    worst.see(0, margin);
                }
            }
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "EoS window (%.9g, %.9g], set by %s; η = %.9g %s",
                        window.low(),
                        window.high(),
                        window.limitedBy(),
                        run.eta(),
                        window.contains(run.eta()) ? "inside" : "outside"),
                window.whyEmpty());
    }
}
