package org.eoslab.model.linearnd;

import static org.eoslab.claim.RunClaim.format;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Worst;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * Rotation invariance (Liu et al., footnote 1): the run in d dimensions is the run of the minimalist model, with
 * w = β₁q₁ + β₂q₂. It is compared at every recorded step with a run of {@link MinimalistDescent} from the same start.
 *
 * <p>The margin is against 1e-10: these dynamics are not chaotic, and two double computations of this model that round
 * differently agree to 1e-12.
 */
public final class RotatedCopy {
    private static final double AGREEMENT = 1e-10;

    private RotatedCopy() {}

    /**
     * The claim.
     *
     * @param model the model in d dimensions, its teacher along q₂
     * @param twin the same descent in two
     */
    public static Claim claim(LinearNd model, MinimalistDescent twin) {
        return new RunClaim(
                "rotation",
                "Liu, Zhang, Du & Zhao 2025, footnote 1",
                "the rotated copy is the run: α and w = β₁q₁ + β₂q₂ agree with the two-dimensional run to 1e-10",
                (claim, run) -> judge(claim, run, model, twin));
    }

    private static Finding judge(Claim claim, Trajectory run, LinearNd model, MinimalistDescent twin) {
        Table table = run.table();
        double[] w = parameters(table, 0, model);
        for (int k = 2; k < model.inputs(); k++) {
            if (Math.abs(model.coordinate(k, w)) > AGREEMENT) {
                return Finding.notApplicable(claim, "the start leaves the plane of q₁ and q₂");
            }
        }
        State state = twin.start(new double[] {table.get("alpha", 0), table.get("beta1", 0), table.get("beta2", 0)});
        double[] expected = new double[model.inputs() + 1];
        double[] beta = new double[model.inputs()];
        Worst worst = new Worst();
        double largest = 0;
        for (int row = 0; row < table.rows(); row++) {
            long step = (long) table.get("step", row);
            Simulation.advance(twin, state, step);
            double[] two = state.parameters();
            beta[0] = two[1];
            if (beta.length > 1) {
                beta[1] = two[2];
            }
            model.compose(beta, expected);
            expected[0] = two[0];
            w = parameters(table, row, model);
            double difference = 0;
            for (int i = 0; i < w.length; i++) {
                difference = Math.max(difference, Math.abs(w[i] - expected[i]));
            }
            largest = Math.max(largest, difference);
            worst.see(step, AGREEMENT - difference);
        }
        return worst.finding(claim, format("largest difference %.1e in %d dimensions", largest, model.inputs()), "");
    }

    private static double[] parameters(Table table, int row, LinearNd model) {
        double[] w = new double[model.inputs() + 1];
        w[0] = table.get("alpha", row);
        for (int i = 1; i < w.length; i++) {
            w[i] = table.get("w" + i, row);
        }
        return w;
    }
}
