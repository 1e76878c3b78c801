package org.eoslab.claim;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.OpposingExamples;

/**
 * The claim {@code opposing} of a run that has read {@link OpposingExamples}: from the first crossing of the stability threshold on, its two groups of examples turn round together at more than half of
 * the readings, and more often than before it. Readings at spikes are left out, as they are chosen by the loss. The margin is the smaller of both excesses, of shares from 0 to 1; the first alone where the run starts above the
 * threshold and there is nothing to compare with.
 *
 * @param every steps between readings
 */
public record OpposingClaim(long every) implements RunClaim.Judge {
    /** Fewer readings at the edge say nothing. */
    static final int FEWEST = 5;

    /** The claim. */
    public static Claim of(long every) {
        return new RunClaim(
                "opposing",
                "Rosenfeld & Risteski 2023; the measure is ours",
                "from the first crossing of the threshold on, the examples that a step raises most and those that it lowers most turn round in the next step at more than half of the readings, and more often than before",
                new OpposingClaim(every));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        Table table = run.table();
        double[] steps = table.column("step");
        double[] turned = table.column(OpposingExamples.ANTIPHASE);
        long crossing = run.timeline().firstCrossing();
        int[] readings = IntStream.range(0, steps.length)
                .filter(row -> steps[row] % every == 0 && !Double.isNaN(turned[row]))
                .toArray();
        double[] before = Arrays.stream(readings)
                .filter(row -> crossing < 0 || steps[row] < crossing)
                .mapToDouble(row -> turned[row])
                .toArray();
        double[] edge = Arrays.stream(readings)
                .filter(row -> crossing >= 0 && steps[row] >= crossing)
                .mapToDouble(row -> turned[row])
                .toArray();
        if (crossing < 0) {
            return Finding.notApplicable(
                    claim, "it never reaches the edge: the threshold is never crossed; until the end " + words(before));
        }
        if (edge.length < FEWEST) {
            return Finding.notReached(
                    claim,
                    "from the first crossing, step " + crossing + ", on there are " + edge.length
                            + " readings, fewer than " + FEWEST);
        }
        double half = share(edge) - 0.5;
        double margin = before.length == 0 ? half : Math.min(half, share(edge) - share(before));
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                crossing,
                words(edge) + " from step " + crossing + " on",
                before.length == 0 ? "no reading before the edge to compare with" : words(before) + " before");
    }

    private static double share(double[] flags) {
        return Arrays.stream(flags).sum() / flags.length;
    }

    private static String words(double[] flags) {
        return (long) Arrays.stream(flags).sum() + " of " + flags.length + " readings";
    }
}
