package org.eoslab.claim.edge;

import java.util.Optional;
import java.util.stream.IntStream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.SelfStabilisedOscillation;

/**
 * The claim {@code self-stabilisation} (Damian et al. 2022): at the edge the oscillation of gradient descent takes off the sharpness what progressive sharpening adds; it changes by ∫(α − ½βx²)dt, t = Ση, so
 * that the mean square of the amplitude x is δ² = 2α/β where it stays. What is checked, where {@link SelfStabilisedOscillation} was recorded every {@value #RESOLVED} steps or more often: that integral, by the
 * trapezoidal rule, is what the sharpness changes by, to a fifth of ∫α dt, by which it would rise without the oscillation; over the readings from the first one above the threshold on, as long as one
 * eigenvalue alone is at the edge, as the theory has it: until the second is above {@value #SECOND} of the threshold. The margin is {@value #TOLERANCE} less the deviation, relative to ∫α dt.
 *
 * @param curvature the column with the sharpness
 */
record SelfStabilisationClaim(String curvature) implements RunClaim.Judge {
    static final double SECOND = 0.95;

    private static final double TOLERANCE = 0.2;

    /** At ηS = 2.2 a spike grows and falls threefold in this time; readings farther apart miss it, or take it for a long one. */
    private static final int RESOLVED = 5;

    private static final int FEWEST = 20;

    /** The claim. */
    static Claim of(String curvature) {
        return new RunClaim(
                "self-stabilisation",
                "Damian et al. 2022; the tolerance is ours",
                "at the edge, with one eigenvalue there, the oscillation takes off the sharpness what progressive sharpening adds: it changes by the integral of α − ½βx², to a fifth of that of α",
                new SelfStabilisationClaim(curvature));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        if (!run.table().has(SelfStabilisedOscillation.SHARPENING)) {
            return Finding.notApplicable(claim, EdgeClaims.NOT_RECORDED);
        }
        if (!run.table().has("eigenvalue2")) {
            return Finding.notApplicable(
                    claim,
                    "it is about runs with one eigenvalue at the edge, and the second was not recorded: --set eigenvalues=2");
        }
        EdgeSeries series = EdgeSeries.of(run, curvature);
        Optional<String> objection = series.objection();
        if (objection.isPresent()) {
            return Finding.notApplicable(claim, objection.get());
        }
        int from = series.arrival();
        int second = series.first(from, i -> second(series, i) > SECOND);
        int end = second < 0 ? series.size() : second;
        int[] read = IntStream.range(from, end)
                .filter(i -> !Double.isNaN(series.at(SelfStabilisedOscillation.SHARPENING, i)))
                .toArray();
        String until = second < 0
                ? ""
                : RunClaim.format("the second eigenvalue is at the edge too from step %d on", series.steps()[second]);
        if (read.length < FEWEST) {
            return Finding.notReached(
                    claim,
                    read.length + " readings of α with one eigenvalue at the edge, fewer than " + FEWEST
                            + (until.isEmpty() ? "" : "; " + until));
        }
        long steps = series.steps()[read[read.length - 1]] - series.steps()[read[0]];
        if (steps > RESOLVED * (read.length - 1L)) {
            return Finding.notReached(
                    claim,
                    "readings of α " + steps / (read.length - 1)
                            + " steps apart do not resolve the oscillation: --set every=" + RESOLVED
                            + " --set measuresEvery=" + RESOLVED);
        }
        return judge(claim, series, read, until);
    }

    private static double second(EdgeSeries series, int reading) {
        return series.at("eigenvalue2", reading) / series.at(EdgeSeries.THRESHOLD, reading);
    }

    private Finding judge(Claim claim, EdgeSeries series, int[] read, String until) {
        int first = read[0];
        int last = read[read.length - 1];
        double added = series.integral(read, i -> series.at(SelfStabilisedOscillation.SHARPENING, i));
        double taken = series.integral(read, i -> taken(series, i));
        double seen = series.at(curvature, last) - series.at(curvature, first);
        double margin = TOLERANCE - Math.abs(added - taken - seen) / added;
        return Finding.of(
                claim,
                margin >= 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                series.steps()[first],
                RunClaim.format(
                        "added %.4g, taken off %.4g, seen %.4g; x² is %.3g of δ² in the mean, weighted by β",
                        added, taken, seen, taken / added),
                "steps " + series.steps()[first] + " to " + series.steps()[last]
                        + (until.isEmpty() ? "" : "; " + until));
    }

    private static double taken(EdgeSeries series, int reading) {
        double x = series.at(SelfStabilisedOscillation.AMPLITUDE, reading);
        return 0.5 * series.at(SelfStabilisedOscillation.STABILISATION, reading) * x * x;
    }
}
