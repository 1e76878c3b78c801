package org.eoslab.model.wang;

import static org.eoslab.claim.RunClaim.format;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;

/**
 * The catapult of Lewkowycz et al. (2020): from a start sharper than 2/η the loss first rises, and the run then converges to
 * a flatter minimum, S &lt; 2/η. The margin is the smaller of 2 − ηS at the end and ηS₀ − 2.
 */
public final class Catapult {
    private Catapult() {}

    /**
     * The claim.
     *
     * @param caveat what else to know, such as what a Hessian means with this activation; empty when nothing
     */
    public static Claim claim(double eta, String caveat) {
        return new RunClaim(
                "catapult",
                "Lewkowycz et al. 2020",
                "from S > 2/η the loss first rises, then it converges to a minimum with S < 2/η",
                (claim, run) -> judge(claim, run, eta, caveat));
    }

    /**
     * Balancing (Wang et al. 2023): from a start sharper than 2/η the run converges with a smaller imbalance than it started
     * with, where gradient flow would keep it. The margin is the relative decrease.
     */
    public static Claim balancing(double eta) {
        return new RunClaim(
                "Wang.balance",
                "Wang et al. 2023",
                "from S > 2/η it converges with a smaller imbalance, which gradient flow would keep",
                (claim, run) -> judgeBalance(claim, run, eta));
    }

    private static Finding judgeBalance(Claim claim, Trajectory run, double eta) {
        double start = eta * RunClaim.first(run, "sharpness");
        if (!(start > 2)) {
            return Finding.notApplicable(claim, format("ηS = %.4f at the start, not above 2", start));
        }
        double loss = RunClaim.last(run, "loss");
        if (loss > RunClaim.CONVERGED_LOSS) {
            return Finding.notReached(claim, format("the loss is still %.2e", loss));
        }
        double first = RunClaim.first(run, "imbalance");
        double last = RunClaim.last(run, "imbalance");
        double margin = 1 - Math.abs(last) / Math.abs(first);
        return Finding.of(
                claim,
                margin >= 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                format("imbalance %.4f to %.4f", first, last),
                "");
    }

    private static Finding judge(Claim claim, Trajectory run, double eta, String caveat) {
        double start = eta * RunClaim.first(run, "sharpness");
        if (!(start > 2)) {
            return Finding.notApplicable(claim, format("ηS = %.4f at the start, not above 2", start));
        }
        double[] loss = run.table().column("loss");
        int peak = 0;
        for (int i = 1; i < loss.length; i++) {
            peak = loss[i] > loss[peak] ? i : peak;
        }
        double end = eta * RunClaim.last(run, "sharpness");
        if (loss[loss.length - 1] > RunClaim.CONVERGED_LOSS) {
            return Finding.notReached(claim, format("the loss is still %.2e", loss[loss.length - 1]));
        }
        double margin = Math.min(2 - end, start - 2);
        return Finding.of(
                claim,
                peak > 0 && margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                peak > 0 ? margin : -1,
                (long) run.table().get("step", peak),
                format("ηS %.4f to %.4f, loss ×%.1f", start, end, loss[peak] / loss[0]),
                caveat);
    }
}
