package org.eoslab.model.minimalist.claim;

import java.math.BigDecimal;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;

/**
 * Proposition C.1: an initial point has a window of learning rates, for each of which it is admissible. (S1), (S4), (S5) and (S6) are
 * monotone in η and (S2), (S3) free of it, so checking both ends checks them all; points between are checked as well. The
 * margin is the window's relative width high/low − 1, or that of the violated condition.
 */
final class LearningRates {
    private static final int POINTS = 64;

    private LearningRates() {}

    static MinimalistClaim claim(MinimalistDescent dynamics) {
        return MinimalistClaim.of(
                dynamics,
                "C.1",
                "Proposition C.1",
                "the start has an EoS window of learning rates: (S1) to (S6) hold for every η in it",
                LearningRates::judge,
                Premise.ADMISSIBLE);
    }

    private static Finding judge(Claim claim, MinimalistRun run) {
        ExactSettings start = run.exactStart();
        EosWindow window = EosWindow.of(start);
        Worst worst = new Worst();
        worst.see(0, window.high() / window.low() - 1);
        for (int i = 1; i <= POINTS; i++) {
            double eta = i == POINTS
                    ? window.high()
                    : window.low() * Math.pow(window.high() / window.low(), i / (double) POINTS);
            if (window.contains(eta)) {
                new AdmissibleSet(start.at(BigDecimal.valueOf(eta)))
                        .violated()
                        .ifPresent(condition -> worst.see(0, Math.min(condition.margin(), -Double.MIN_NORMAL)));
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
