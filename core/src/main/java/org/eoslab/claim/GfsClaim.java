package org.eoslab.claim;

import java.util.stream.IntStream;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.GfsProbe;

/**
 * The claim {@code gfs} of a run of gradient descent that has read {@link GfsProbe} (Kreisler et al. 2023): the sharpness of the gradient flow solution never increases. Proved of scalar networks, of
 * others seen or not; readings whose flow has not ended are passed over. The margin is {@value #SLACK} less the largest rise from one reading to the next, relative.
 */
public record GfsClaim() implements RunClaim.Judge {
    /** What the ends of two flows, stopped at a gradient that is not 0, and the solver may differ by. */
    private static final double SLACK = 1e-4;

    /** The claim. */
    public static Claim of() {
        return new RunClaim(
                "gfs",
                "Kreisler et al. 2023, of scalar networks; the slack ours",
                "the GFS sharpness never rises by more than 1e-4 of itself from one reading to the next",
                new GfsClaim());
    }

    @Override
    public Finding judge(Claim claim, Trajectory run) {
        Table table = run.table();
        double[] sharpness = table.column(GfsProbe.SHARPNESS.name());
        double[] gradient = table.column(GfsProbe.GRADIENT_NORM.name());
        int[] ended = IntStream.range(0, sharpness.length)
                .filter(i -> !Double.isNaN(sharpness[i]))
                .toArray();
        long read = IntStream.range(0, gradient.length)
                .filter(i -> !Double.isNaN(gradient[i]))
                .count();
        if (ended.length < 2) {
            return Finding.notReached(
                    claim,
                    "the flow came to its end from " + ended.length + " of " + read
                            + " iterates: a later gfsHorizon or a larger gfsTolerance lets more of them");
        }
        Worst worst = new Worst();
        for (int k = 1; k < ended.length; k++) {
            double rise = sharpness[ended[k]] / sharpness[ended[k - 1]] - 1;
            worst.see((long) table.get("step", ended[k]), SLACK - rise);
        }
        return worst.finding(
                claim,
                RunClaim.format(
                        "from %.6g to %.6g over %d readings; the largest rise is %.1e of it",
                        sharpness[ended[0]],
                        sharpness[ended[ended.length - 1]],
                        ended.length,
                        Math.max(0, SLACK - worst.margin())),
                "");
    }
}
