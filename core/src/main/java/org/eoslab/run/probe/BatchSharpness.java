package org.eoslab.run.probe;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.linalg.Estimate;
import org.eoslab.linalg.StepSeed;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The curvature that a stochastic step meets, g = ∇L_B and H = ∇²L_B over random batches B: the mean of the ratios
 * {@code batchSharpness} = E[gᵀHg/‖g‖²] and the ratio of the means {@code batchSharpnessRatio} = E[gᵀHg]/E[‖g‖²], each with its standard
 * error. For the whole data set both are the Rayleigh quotient of the gradient, without error. (Andreyev &amp; Beneventano 2024, <i>Edge of
 * Stochastic Stability</i>, where the first is what settles at 2/η.)
 *
 * <p>The batches of a reading are drawn independently of each other and of those of other readings, which those of an epoch are not: that is what the errors
 * take for granted. A batch whose gradient is 0 has no ratio; {@code batchSharpnessLeftOut} counts those. They are in the ratio
 * of the means, as the zeros that they are. Without any ratio all are NaN.
 *
 * @param objective the loss
 * @param batches the size and the seed of the batches
 * @param samples how many batches a reading averages over, at least 2; each costs a gradient and a Hessian product
 */
public record BatchSharpness(FiniteSum objective, BatchSchedule batches, int samples) implements Probe {
    private static final List<Column> COLUMNS = List.of(
            Column.of("batchSharpness", Column.Role.CURVATURE, "batch S", "batch sharpness"),
            Column.evidence("batchSharpnessError", "standard error of the batch sharpness"),
            Column.of(
                    "batchSharpnessRatio",
                    Column.Role.MEASUREMENT,
                    "batch S, ratio of means",
                    "batch sharpness, ratio of the means"),
            Column.evidence("batchSharpnessRatioError", "standard error of the batch sharpness, ratio of the means"),
            Column.evidence("batchSharpnessLeftOut", "batches without a gradient")
                    .as(Column.Kind.COUNT));

    /** Checks the number of samples. */
    public BatchSharpness {
        if (samples < 2) {
            throw new IllegalArgumentException("samples = " + samples + ": must be at least 2");
        }
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        boolean whole = batches.size() == batches.examples();
        int count = whole ? 1 : samples;
        double[] norms = new double[count];
        double[] quotients = new double[count];
        SplittableRandom seeds = new SplittableRandom(StepSeed.of(batches.seed(), state.step()));
        for (int k = 0; k < count; k++) {
            int[] indices = new BatchSchedule(batches.examples(), batches.size(), seeds.nextLong()).indices(0);
            Arrays.sort(indices);
            read(objective.batch(indices), state.parameters(), k, norms, quotients);
        }
        double[] ratios = IntStream.range(0, count)
                .filter(k -> norms[k] != 0)
                .mapToDouble(k -> quotients[k])
                .toArray();
        Estimate mean = Estimate.mean(0, ratios, count);
        Estimate ratio = ratioOfMeans(norms, quotients);
        boolean some = ratios.length > 0;
        row[offset] = mean.value();
        row[offset + 1] = whole && some ? 0 : mean.standardError();
        row[offset + 2] = ratio.value();
        row[offset + 3] = whole && some ? 0 : ratio.standardError();
        row[offset + 4] = zeros(norms);
    }

    /** ‖g‖ and gᵀHg/‖g‖² of a batch; the latter is NaN where g is 0, or not finite. */
    private static void read(Objective batch, double[] w, int k, double[] norms, double[] quotients) {
        double[] gradient = new double[w.length];
        double[] product = new double[w.length];
        batch.gradient(w, gradient);
        norms[k] = Vectors.norm(gradient);
        for (int i = 0; i < w.length; i++) {
            gradient[i] /= norms[k];
        }
        if (norms[k] > 0 && norms[k] < Double.POSITIVE_INFINITY) {
            batch.hessian(w).apply(gradient, product);
            quotients[k] = Vectors.dot(gradient, product);
        } else {
            quotients[k] = Double.NaN;
        }
    }

    private static long zeros(double[] norms) {
        return Arrays.stream(norms).filter(norm -> norm == 0).count();
    }

    /**
     * Σ‖g‖²q/Σ‖g‖² over the batches, q their quotients, with the jackknife's error: from the same without each batch in turn. (The error of first order is too small
     * by a fifth where batches are ten and their gradients differ as they do.)
     */
    private static Estimate ratioOfMeans(double[] norms, double[] quotients) {
        int count = norms.length;
        double largest = Arrays.stream(norms).max().orElseThrow();
        double[] weights = Arrays.stream(norms)
                .map(norm -> (norm / largest) * (norm / largest))
                .toArray();
        double total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k] > 0 ? weights[k] * quotients[k] : 0;
        }
        double value = sum / total;
        double[] deviations = new double[count];
        for (int k = 0; k < count; k++) {
            deviations[k] =
                    weights[k] == 0 ? 0 : (count - 1) * weights[k] * (quotients[k] - value) / (total - weights[k]);
        }
        return new Estimate(value, Estimate.mean(0, deviations, count).standardError(), count);
    }
}
