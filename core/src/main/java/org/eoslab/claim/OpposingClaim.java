package org.eoslab.claim;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.OpposingExamples;
import org.eoslab.run.probe.StepProgress;

/**
 * The claim {@code opposing} of a run that has read {@link OpposingExamples}: from the first crossing of the stability threshold on, where the gradient turns round ({@code gradientCosine} below 0), its two
 * groups of examples turn round together at more than half of the readings, and more often than before the crossing. The margin is the smaller of both excesses, of shares from 0 to 1; the first alone where the run starts
 * above the threshold and there is nothing to compare with. Readings at spikes are left out, as they are chosen by the loss.
 *
 * <p>Being above the threshold is not enough: what oscillates begins as small as a rounding, and grows for as many steps as a short run has; and after a spike the sharpness is below the threshold for a while. At these readings the most
 * extreme examples are those of a descent that goes on. How many they are the note says.
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
                "Rosenfeld & Risteski 2023; the measure and where it is taken are ours",
                "from the first crossing of the threshold on, where the gradient turns round, the examples that a step raises most and those that it lowers most turn round in the next step at more than half of the readings, and more often than before",
                new OpposingClaim(every));
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        Table table = run.table();
        if (!table.has(StepProgress.COSINE)) {
            return Finding.notApplicable(claim, "the gradients at both ends of its steps are not recorded");
        }
        double[] steps = table.column("step");
        double[] turned = table.column(OpposingExamples.ANTIPHASE);
        double[] cosine = table.column(StepProgress.COSINE);
        long crossing = run.timeline().firstCrossing();
        int[] readings = IntStream.range(0, steps.length)
                .filter(row -> steps[row] % every == 0 && !Double.isNaN(turned[row]))
                .toArray();
        double[] before = select(turned, readings, row -> crossing < 0 || steps[row] < crossing);
        if (crossing < 0) {
            return Finding.notApplicable(
                    claim, "it never reaches the edge: the threshold is never crossed; until the end " + words(before));
        }
        double[] edge = select(turned, readings, row -> steps[row] >= crossing && cosine[row] < 0);
        double[] straight = select(turned, readings, row -> steps[row] >= crossing && !(cosine[row] < 0));
        if (edge.length < FEWEST) {
            return Finding.notReached(
                    claim,
                    "from the first crossing, step " + crossing + ", on the gradient turns round at " + edge.length
                            + " readings, fewer than " + FEWEST + "; where it does not the groups do at "
                            + words(straight));
        }
        double half = share(edge) - 0.5;
        double margin = before.length == 0 ? half : Math.min(half, share(edge) - share(before));
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                crossing,
                words(edge) + " from step " + crossing + " on",
                (before.length == 0 ? "no reading before the edge to compare with" : words(before) + " before")
                        + (straight.length == 0 ? "" : "; " + words(straight) + " where the gradient does not turn"));
    }

    private static double[] select(double[] flags, int[] rows, IntPredicate which) {
        return Arrays.stream(rows).filter(which).mapToDouble(row -> flags[row]).toArray();
    }

    private static double share(double[] flags) {
        return Arrays.stream(flags).sum() / flags.length;
    }

    private static String words(double[] flags) {
        return (long) Arrays.stream(flags).sum() + " of " + flags.length + " readings";
    }
}
