package org.eoslab.claim.edge;

import java.util.stream.IntStream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * The claim {@code catapult} (Lewkowycz et al. 2020): gradient descent that starts above 2/η first raises its loss, by which the sharpness comes down to the threshold, and then learns. What is checked:
 * while the curvature comes down the loss rises above that of the start; the curvature loses more than half of what it was above the threshold; the loss ends lower than it began. The
 * margin is the smallest of the rise, relative to the first loss, the share lost beyond one half, and the final fall, relative.
 *
 * <p>In the two-layer networks of the paper the sharpness ends <i>below</i> 2/η. Where several eigenvalues are above it, or the sharpness rises again, it need not: the finding says whether it ever was.
 *
 * @param curvature the column held against the threshold
 */
record CatapultClaim(String curvature) implements RunClaim.Judge {
    /** Fewer readings do not show what comes down. */
    private static final int FEWEST = 3;

    /** The claim. */
    static Claim of(String curvature) {
        return new RunClaim(
                "catapult",
                "Lewkowycz et al. 2020; the share is ours",
                "from a start above the threshold the loss rises at first, the curvature loses more than half of its excess over the threshold, and the loss ends lower than it began",
                new CatapultClaim(curvature));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        EdgeSeries series = EdgeSeries.of(run, curvature);
        if (!series.startsAbove()) {
            return Finding.notApplicable(
                    claim,
                    series.size() == 0
                            ? series.objection().orElseThrow()
                            : RunClaim.format("it starts below the threshold, at %.3g times it", series.ratios()[0]));
        }
        if (series.size() < FEWEST) {
            return Finding.notReached(claim, series.size() + " readings of the curvature, fewer than " + FEWEST);
        }
        int below = series.first(0, i -> series.ratios()[i] <= 1);
        int low = below >= 0 ? below : series.lowest(0, series.size());
        if (low == 0) {
            return fails(claim, series);
        }
        Table table = run.table();
        double[] loss = table.column("loss");
        int peak = IntStream.rangeClosed(0, series.rows()[low])
                .filter(row -> !Double.isNaN(loss[row]))
                .reduce((i, j) -> loss[j] > loss[i] ? j : i)
                .orElseThrow();
        double start = loss[0];
        double end = RunClaim.last(run, "loss");
        double excess = series.ratios()[0] - 1;
        double lost = Math.min(1, (series.ratios()[0] - series.ratios()[low]) / excess);
        double margin = Math.min((loss[peak] - start) / start, Math.min(lost - 0.5, (start - end) / start));
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                (long) table.get("step", peak),
                RunClaim.format(
                        "loss %.4g, %.4g at step %d, %.4g at the end; %s %.4g, %.4g at step %d, %.4g at the end",
                        start,
                        loss[peak],
                        (long) table.get("step", peak),
                        end,
                        curvature,
                        series.at(curvature, 0),
                        series.at(curvature, low),
                        series.steps()[low],
                        series.at(curvature, series.size() - 1)),
                below >= 0
                        ? "below the threshold from step " + series.steps()[below] + " on"
                                + (series.departure() > below ? ", and above it again later" : "")
                        : RunClaim.format(
                                "no reading is below the threshold: the lowest is %.3g times it, %.0f %% of the way down",
                                series.ratios()[low], 100 * lost));
    }

    private Finding fails(Claim claim, EdgeSeries series) {
        return Finding.of(
                claim,
                Verdict.FAILS,
                -0.5,
                0,
                RunClaim.format("no reading is below the first, %.4g", series.at(curvature, 0)),
                "");
    }
}
