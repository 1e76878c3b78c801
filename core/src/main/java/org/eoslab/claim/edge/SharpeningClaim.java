package org.eoslab.claim.edge;

import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;

/**
 * The claim {@code sharpening} (Cohen et al. 2021): from a start below the stability threshold the curvature rises until it crosses it. What is checked is Kendall's rank correlation τ of the
 * curvature, relative to the threshold, with the step over all readings up to the first one above: the share of the pairs of readings of which the later is the larger less the share of which it is the
 * smaller. It holds where τ is above {@value #LEAST}; the margin is τ less that.
 *
 * @param curvature the column held against the threshold
 */
record SharpeningClaim(String curvature) implements RunClaim.Judge {
    /** Three of four pairs. */
    private static final double LEAST = 0.5;

    /** Fewer readings say nothing of an order. */
    private static final int FEWEST = 5;

    /** The claim. */
    static Claim of(String curvature) {
        return new RunClaim(
                "sharpening",
                "Cohen et al. 2021; the number is ours",
                "before the first crossing of the threshold the curvature rises: of all pairs of readings the later is the larger one in at least three of four",
                new SharpeningClaim(curvature));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        EdgeSeries series = EdgeSeries.of(run, curvature);
        Optional<String> objection = series.objection();
        if (objection.isPresent()) {
            return Finding.notApplicable(claim, objection.get());
        }
        if (series.startsAbove()) {
            return Finding.notApplicable(
                    claim, RunClaim.format("it starts above the threshold, at %.3g times it", series.ratios()[0]));
        }
        int crossing = series.crossing();
        if (crossing + 1 < FEWEST) {
            return Finding.notReached(
                    claim,
                    RunClaim.format(
                            "%d readings up to the crossing at step %d, fewer than %d",
                            crossing + 1, series.steps()[crossing], FEWEST));
        }
        double order = kendall(series.ratios(), crossing + 1);
        int lowest = series.lowest(0, crossing);
        return Finding.of(
                claim,
                order > LEAST ? Verdict.HOLDS : Verdict.FAILS,
                order - LEAST,
                series.steps()[crossing],
                RunClaim.format(
                        "τ = %.3f over %d readings; %s %.4g at step %d, %.4g at step %d",
                        order,
                        crossing + 1,
                        curvature,
                        series.at(curvature, 0),
                        series.steps()[0],
                        series.at(curvature, crossing),
                        series.steps()[crossing]),
                lowest == 0
                        ? ""
                        : RunClaim.format(
                                "the lowest reading is %.4g, at step %d",
                                series.at(curvature, lowest), series.steps()[lowest]));
    }

    /** Kendall's τ of the first numbers with their order. */
    static double kendall(double[] numbers, int count) {
        long rising = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                rising += (long) Math.signum(numbers[j] - numbers[i]);
            }
        }
        return rising / (0.5 * count * (count - 1.0));
    }
}
