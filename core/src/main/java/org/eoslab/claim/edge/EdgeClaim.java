package org.eoslab.claim.edge;

import java.util.Arrays;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;

/**
 * The claim {@code edge} (Cohen et al. 2021): at the edge the curvature hovers at the stability threshold. What is checked is the mean of 2·curvature/threshold, which is ηS for gradient descent,
 * with its 95 % interval by {@link BatchMeans}: over the readings from the first one above the threshold (from a start above it, from where it has come down) to the last one above. It
 * holds where the whole interval is within a third of 2, fails where none of it is; the margin is that less the distance of the interval's farther end from 2.
 *
 * @param curvature the column held against the threshold
 * @param every steps between readings; others, which were asked for one by one, are left out
 */
record EdgeClaim(String curvature, long every) implements RunClaim.Judge {
    private static final double EDGE = 2;

    /** A third of it: networks with many eigenvalues there hover well above it, and without the edge the sharpness would be many times it. */
    private static final double BAND = EDGE / 3;

    /** The claim. */
    static Claim of(String curvature, long every) {
        return new RunClaim(
                "edge",
                "Cohen et al. 2021; the band is ours",
                "at the edge the mean of ηS (of 2·curvature/threshold) is 2 to a third, with its whole 95 % interval",
                new EdgeClaim(curvature, every));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        EdgeSeries series = EdgeSeries.of(run, curvature);
        Optional<String> objection = series.objection();
        if (objection.isPresent()) {
            return Finding.notApplicable(claim, objection.get());
        }
        int[] readings = series.regular(series.arrival(), series.departure(), every);
        if (readings.length < BatchMeans.FEWEST) {
            return Finding.notReached(
                    claim,
                    RunClaim.format(
                            "%d readings at the edge, from step %d on, fewer than %d",
                            readings.length, series.steps()[series.arrival()], BatchMeans.FEWEST));
        }
        BatchMeans mean = BatchMeans.of(Arrays.stream(readings)
                .mapToDouble(i -> EDGE * series.ratios()[i])
                .toArray());
        long first = series.steps()[readings[0]];
        long last = series.steps()[readings[readings.length - 1]];
        if (mean.nearestTo(EDGE) <= BAND && mean.farthestFrom(EDGE) > BAND) {
            return Finding.notReached(claim, "the interval is too wide to tell: the mean is " + mean.words());
        }
        long end = run.end().step();
        return Finding.of(
                claim,
                mean.farthestFrom(EDGE) <= BAND ? Verdict.HOLDS : Verdict.FAILS,
                BAND - mean.farthestFrom(EDGE),
                first,
                "mean of ηS " + mean.words(),
                "readings of steps " + first + " to " + last
                        + (end - last > every ? "; below the threshold from then on, to step " + end : ""));
    }
}
