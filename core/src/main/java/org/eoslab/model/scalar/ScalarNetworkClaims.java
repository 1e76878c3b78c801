package org.eoslab.model.scalar;

import static org.eoslab.claim.RunClaim.format;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.Worst;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/** The claims of Zhu et al. (2022) and of Kreisler et al. (2023) on scalar networks. */
public final class ScalarNetworkClaims {
    /** Zhu et al.'s concentration: the sharpness at the end is within (20/3)η of 2/η, below it. */
    private static final double CONCENTRATION = 20.0 / 3;

    /** Kreisler et al.'s premise: a GFS sharpness of at most 2√2/η. */
    private static final double MONOTONE = 2 * Math.sqrt(2);

    /**
     * Between two steps of a converged run the GFS sharpness changes by rounding alone: some 20 roundings of the root (its
     * logarithms, at most 5 in size) and a few of the step, relative.
     */
    private static final double ROUNDING = 64 * 0x1p-52;

    private ScalarNetworkClaims() {}

    /**
     * Gradient descent whose start is too sharp for gradient flow ends at a minimum with ηS just below 2. The minimum is the one
     * where gradient flow from the last step ends, so that S is its sharpness also while the loss is still falling.
     */
    public static Claim endsJustBelow(double eta) {
        return new RunClaim(
                "Zhu.S",
                "Zhu et al. 2022, sharpness concentration",
                "from a start with GFS sharpness above 2/η it converges to a minimum with 2 − (20/3)η² < ηS < 2",
                (claim, run) -> judgeEnd(claim, run, eta));
    }

    private static Finding judgeEnd(Claim claim, Trajectory run, double eta) {
        double start = eta * RunClaim.first(run, "gfsSharpness");
        if (!(start > 2)) {
            return Finding.notApplicable(
                    claim, format("gradient flow from the start ends at ηS = %.5f, not above 2", start));
        }
        double loss = RunClaim.last(run, "loss");
        double etaS = eta * RunClaim.last(run, "gfsSharpness");
        if (loss > RunClaim.CONVERGED_LOSS) {
            return Finding.notReached(claim, format("the loss is still %.2e; ηS = %.5f", loss, etaS));
        }
        double margin = Math.min(2 - etaS, etaS - (2 - CONCENTRATION * eta * eta));
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                format("ηS = %.5f", etaS),
                format(
                        "at the last step itself %.5f; gradient flow from the start ends at %.3f",
                        eta * RunClaim.last(run, "sharpness"), start));
    }

    /**
     * The GFS sharpness never increases. Beyond the premise of the paper a step can be so long that it changes the sign of a
     * weight (from products far above the target), and then the sharpness can rise: the claim ends there.
     *
     * @param eta step size
     * @param weights the columns of the weights
     */
    public static Claim flowSharpnessFalls(double eta, String... weights) {
        return new RunClaim(
                "Kreisler.GFS",
                "Kreisler et al. 2023",
                "the GFS sharpness never increases, from a start where it is at most 2√2/η, while no weight changes sign",
                (claim, run) -> judgeFall(claim, run, eta, weights));
    }

    private static Finding judgeFall(Claim claim, Trajectory run, double eta, String[] weights) {
        double start = eta * RunClaim.first(run, "gfsSharpness");
        if (!(start <= MONOTONE)) {
            return Finding.notApplicable(claim, format("η·GFS sharpness of the start is %.4f, above 2√2", start));
        }
        Table table = run.table();
        double[] steps = table.column("step");
        double[] sharpness = table.column("gfsSharpness");
        int end = firstSignChange(table, weights);
        Worst worst = new Worst();
        for (int i = 1; i < end; i++) {
            worst.see((long) steps[i], 1 - sharpness[i] / sharpness[i - 1], ROUNDING);
        }
        String attained = format("η·GFS from %.4f to %.4f", start, eta * sharpness[end - 1]);
        return worst.finding(
                claim,
                attained,
                end == table.rows()
                        ? ""
                        : "a weight changes sign at step " + (long) steps[end] + ": checked up to there");
    }

    /** The first row with a weight of another sign than at the start, or the number of rows. */
    private static int firstSignChange(Table table, String[] weights) {
        int first = table.rows();
        for (String weight : weights) {
            double[] column = table.column(weight);
            for (int i = 1; i < first; i++) {
                if (Math.signum(column[i]) != Math.signum(column[0])) {
                    first = i;
                }
            }
        }
        return first;
    }
}
