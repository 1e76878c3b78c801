package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.optimizer.Batches;
import org.eoslab.linalg.Estimate;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The curvature that a stochastic step meets: {@code batchSharpness} = E_B[gᵀH_B g / ‖g‖²], g = ∇L_B, H_B = ∇²L_B, over random
 * batches B, with its standard error {@code batchSharpnessError}. For the whole data set it is the Rayleigh quotient of the
 * gradient. (Andreyev & Beneventano 2024, <i>Edge of Stochastic Stability</i>, where it is what settles at 2/η.)
 *
 * @param objective the loss
 * @param batches the batches of the run; a reading averages over consecutive ones from its step on
 * @param samples how many batches a reading averages over, at least 2; each costs a gradient and a Hessian product
 */
public record BatchSharpness(FiniteSum objective, Batches batches, int samples) implements Probe {
    /** Checks the number of samples. */
    public BatchSharpness {
        if (samples < 2) {
            throw new IllegalArgumentException("samples = " + samples + ": must be at least 2");
        }
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.of("batchSharpness", Column.Role.CURVATURE, "batch S", "batch sharpness"),
                Column.evidence("batchSharpnessError", "standard error of the batch sharpness"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        Estimate estimate = estimate(state);
        row[offset] = estimate.value();
        row[offset + 1] = estimate.standardError();
    }

    /** The estimate at a state. */
    public Estimate estimate(State state) {
        double[] w = state.parameters();
        double[] gradient = new double[w.length];
        double[] product = new double[w.length];
        double[] quotients = new double[samples];
        for (int k = 0; k < samples; k++) {
            Objective batch = objective.batch(batches.indices(state.step() + k));
            batch.gradient(w, gradient);
            batch.hessian(w).apply(gradient, product);
            quotients[k] = Vectors.dot(gradient, product) / Vectors.dot(gradient, gradient);
        }
        return Estimate.mean(0, quotients, samples);
    }
}
