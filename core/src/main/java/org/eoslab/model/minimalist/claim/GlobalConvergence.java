package org.eoslab.model.minimalist.claim;

import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.Worst;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Outcome;

/**
 * Theorem 4.1: the run converges to a minimum no sharper than 2/η. Two parts: the witness T after which L ≤ ε and
 * S ≤ (2 + δ)/η for the rest of the run, and the certificate that settles it for all later steps. The margin is the smaller
 * of 1 − L/ε and 1 − ηS/(2 + δ) over t ≥ T.
 */
final class GlobalConvergence {
    private GlobalConvergence() {}

    static MinimalistClaim claim(MinimalistDescent dynamics, Constants constants) {
        return MinimalistClaim.of(
                dynamics,
                "T4.1",
                "Theorem 4.1",
                "the run converges: from some T on L ≤ " + Constants.text(constants.epsilon()) + " and S ≤ (2 + "
                        + Constants.text(constants.delta()) + ")/η, for all later steps",
                (claim, run) -> judge(claim, run, constants),
                Premise.ADMISSIBLE);
    }

    private static Finding judge(Claim claim, MinimalistRun run, Constants constants) {
        double epsilon = constants.epsilon().doubleValue();
        double most = 2 + constants.delta().doubleValue();
        long end = run.step(run.rows() - 1);
        if (run.trajectory().outcome() == Outcome.DIVERGED) {
            return Finding.of(
                    claim, Verdict.FAILS, Double.NEGATIVE_INFINITY, end, "", "the run diverged after step " + end);
        }
        double[] loss = run.column("loss");
        double[] sharpness = run.column("sharpness");
        double flat = most / run.eta();
        int witness = run.rows();
        while (witness > 0 && loss[witness - 1] <= epsilon && sharpness[witness - 1] <= flat) {
            witness--;
        }
        if (witness == run.rows()) {
            return Finding.notReached(
                    claim,
                    MinimalistRun.text(
                            "at step %d L = %.3g and ηS = %.6g",
                            end, loss[witness - 1], run.eta() * sharpness[witness - 1]));
        }
        Optional<Certificate> certificate = new ConvergenceCertifier(run.dynamics()).find(run.trajectory());
        String seen = MinimalistRun.text("L ≤ %.3g and ηS ≤ %.6g from step %d", epsilon, most, run.step(witness));
        if (certificate.isEmpty()) {
            return Finding.notReached(
                    claim, seen + " to the end, but no certificate up to step " + end + ": all later steps are open");
        }
        Worst worst = new Worst();
        for (int i = witness; i < run.rows(); i++) {
            worst.see(run.step(i), Math.min(1 - loss[i] / epsilon, 1 - sharpness[i] / flat));
        }
        return worst.finding(
                claim,
                MinimalistRun.text(
                        "%s on; certificate at step %d: ηS tends to a limit in [%.9g, %.9g]",
                        seen,
                        certificate.get().step(),
                        run.eta() * certificate.get().limitSharpnessLow(),
                        run.eta() * certificate.get().limitSharpnessHigh()),
                "");
    }
}
