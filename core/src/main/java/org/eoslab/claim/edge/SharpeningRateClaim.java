package org.eoslab.claim.edge;

import java.util.stream.IntStream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.SelfStabilisationProbe;

/**
 * The claim {@code sharpening-rate} (Damian et al. 2022): before the edge the sharpness of gradient descent rises at the rate α = −∇L·∇S⊥. What is checked, where {@link SelfStabilisationProbe} was
 * recorded: ∫α dt by the trapezoidal rule over these readings, t = Ση, is what the sharpness rises by, to {@value #TOLERANCE} of itself; from the lowest reading before the edge, where the gradient
 * has no part along the top eigenvector any more, to the last one before it. The margin is {@value #TOLERANCE} less the deviation.
 *
 * @param curvature the column with the sharpness
 */
record SharpeningRateClaim(String curvature) implements RunClaim.Judge {
    /** The trapezoidal rule over readings of a rate that doubles between some of them. */
    private static final double TOLERANCE = 0.1;

    private static final int FEWEST = 5;

    /** The claim. */
    static Claim of(String curvature) {
        return new RunClaim(
                "sharpening-rate",
                "Damian et al. 2022; the tolerance is ours",
                "before the edge the sharpness rises by what progressive sharpening predicts, the integral of α, to a tenth",
                new SharpeningRateClaim(curvature));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        if (!run.table().has(SelfStabilisationProbe.SHARPENING)) {
            return Finding.notApplicable(claim, EdgeClaims.NOT_RECORDED);
        }
        EdgeSeries series = EdgeSeries.of(run, curvature);
        if (series.size() == 0 || series.startsAbove()) {
            return Finding.notApplicable(
                    claim, series.size() == 0 ? series.objection().orElseThrow() : "it starts above the threshold");
        }
        int end = series.crossing() < 0 ? series.size() : series.crossing();
        int[] read = IntStream.range(series.lowest(0, end), end)
                .filter(i -> !Double.isNaN(series.at(SelfStabilisationProbe.SHARPENING, i)))
                .toArray();
        if (read.length < FEWEST) {
            return Finding.notReached(claim, read.length + " readings of α before the edge, fewer than " + FEWEST);
        }
        int first = read[0];
        int last = read[read.length - 1];
        double seen = series.at(curvature, last) - series.at(curvature, first);
        double predicted = series.integral(read, i -> series.at(SelfStabilisationProbe.SHARPENING, i));
        double margin = TOLERANCE - Math.abs(predicted / seen - 1);
        return Finding.of(
                claim,
                margin >= 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                series.steps()[last],
                RunClaim.format(
                        "predicted %.4g, seen %.4g from step %d to %d",
                        predicted, seen, series.steps()[first], series.steps()[last]),
                read.length + " readings of α");
    }
}
