package org.eoslab.claim;

import java.util.stream.IntStream;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.OutputNorm;
import org.eoslab.run.probe.SharpnessProbe;

/**
 * The claim {@code output-norm} of a run of gradient descent that has read {@link OutputNorm} (Li, Wang and Li 2022): the last layer's squared norm ‖a‖² changes by −2η⟨a, ∂L/∂a⟩ + η²‖∂L/∂a‖² in every step, and
 * the sharpness rises and falls with it: from one step to the next they change in the same direction more often than not. The margin is that share less one half; where the first part deviates by more than
 * {@value #TOLERANCE} of ‖a‖², the tolerance less the deviation.
 */
public record OutputNormClaim() implements RunClaim.Judge {
    /** Of ‖a‖²: millions of roundings of doubles. */
    private static final double TOLERANCE = 1e-9;

    private static final int FEWEST = 20;

    /** The claim. */
    public static Claim of() {
        return new RunClaim(
                "output-norm",
                "Li, Wang & Li 2022; the first part exact, the share ours",
                "the last layer's ‖a‖² changes by −2η⟨a, ∂L/∂a⟩ + η²‖∂L/∂a‖², and the sharpness changes in the same direction in more than half of the steps",
                new OutputNormClaim());
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        Table table = run.table();
        double[] steps = table.column("step");
        double[] sharpness = table.column(SharpnessProbe.SHARPNESS.name());
        double[] change = table.column(OutputNorm.CHANGE);
        double[] predicted = table.column(OutputNorm.PREDICTED);
        double[] norm = table.column(OutputNorm.NORM);
        int[] pairs = IntStream.range(0, steps.length - 1)
                .filter(i -> steps[i + 1] == steps[i] + 1
                        && !Double.isNaN(change[i])
                        && !Double.isNaN(sharpness[i + 1] - sharpness[i]))
                .toArray();
        if (pairs.length < FEWEST) {
            return Finding.notReached(
                    claim,
                    pairs.length + " pairs of successive steps were read, fewer than " + FEWEST
                            + ": --set every=1 --set measuresEvery=1");
        }
        Worst worst = new Worst();
        for (int i : pairs) {
            worst.see((long) steps[i], TOLERANCE - Math.abs(change[i] - predicted[i]) / norm[i]);
        }
        long together = IntStream.of(pairs)
                .filter(i -> (sharpness[i + 1] - sharpness[i]) * change[i] > 0)
                .count();
        double share = (double) together / pairs.length;
        double margin = worst.holds() ? share - 0.5 : worst.margin();
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                worst.step(),
                RunClaim.format(
                        "the same direction in %.1f %% of %d steps; the identity to %.1e of ‖a‖²",
                        100 * share, pairs.length, TOLERANCE - worst.margin()),
                "");
    }
}
