package org.eoslab.model.agarwala;

import static org.eoslab.claim.RunClaim.format;

import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.Worst;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/** The claims of Agarwala et al. (2022) on second-order regression, in z̃ = ηz and T̃ = ηT (columns {@code z}, {@code T}). */
public final class AgarwalaClaims {
    /** A step on θ and one of the map each round a dozen times. */
    private static final double ROUNDING = 64 * 0x1p-52;

    private AgarwalaClaims() {}

    /** All of them. */
    public static List<Claim> of(SecondOrderRegression model) {
        double epsilon = model.epsilon();
        return List.of(
                new RunClaim(
                        "Agarwala.T",
                        "Agarwala et al. 2022",
                        "a start with ηT > 2 converges with ηT within ε² of 2 − ε/2",
                        (claim, run) -> judgeLimit(claim, run, epsilon)),
                new RunClaim(
                        "Agarwala.map",
                        "Agarwala et al. 2022",
                        "gradient descent on θ is the map of (ηz, ηT) alone, to rounding",
                        (claim, run) -> judgeMap(claim, run, model)));
    }

    private static Finding judgeLimit(Claim claim, Trajectory run, double epsilon) {
        double start = RunClaim.first(run, "T");
        if (!(start > 2)) {
            return Finding.notApplicable(claim, format("ηT = %.4f at the start, not above 2", start));
        }
        double end = RunClaim.last(run, "T");
        double loss = RunClaim.last(run, "loss");
        if (loss > RunClaim.CONVERGED_LOSS) {
            return Finding.notReached(claim, format("the loss is still %.2e; ηT = %.5f", loss, end));
        }
        double limit = 2 - epsilon / 2;
        double margin = epsilon * epsilon - Math.abs(end - limit);
        return Finding.of(
                claim,
                margin >= 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                format("ηT = %.5f", end),
                format("2 − ε/2 = %.5f", limit));
    }

    private static Finding judgeMap(Claim claim, Trajectory run, SecondOrderRegression model) {
        Table table = run.table();
        if (!table.everyStep()) {
            return Finding.notApplicable(claim, "needs every step recorded");
        }
        double[] z = table.column("z");
        double[] t = table.column("T");
        double[] point = new double[2];
        Worst worst = new Worst();
        double largest = 0;
        for (int i = 1; i < table.rows(); i++) {
            point[0] = z[i - 1];
            point[1] = t[i - 1];
            model.next(point);
            double scale = Math.abs(z[i - 1]) + Math.abs(t[i - 1]);
            double error = Math.max(Math.abs(point[0] - z[i]), Math.abs(point[1] - t[i])) / scale;
            largest = Math.max(largest, error);
            worst.see((long) table.get("step", i), ROUNDING - error);
        }
        return worst.finding(claim, format("relative difference ≤ %.1e", largest), "");
    }
}
