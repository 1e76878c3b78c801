package org.eoslab.run.probe;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The largest eigenvalue {@code gradientCovariance} λ₁(K) and the trace {@code gradientCovarianceTrace} of the covariance K = mean (gᵢ − ḡ)(gᵢ − ḡ)ᵀ of the examples' gradients (Jastrzebski et al. 2020): by
 * the Gram matrix of the centred gradients, which has the same eigenvalues, of a subsample that is the same at every reading. A subsample of m examples has a λ₁ above that of all of them.
 *
 * @param objective the loss
 * @param sample the size and the seed of the subsample
 */
public record GradientCovariance(FiniteSum objective, BatchSchedule sample) implements Probe {
    private static final List<Column> COLUMNS = List.of(
            Column.of("gradientCovariance", Column.Role.MEASUREMENT, "λ₁(K)", "covariance λ₁(K) of the gradients"),
            Column.of(
                    "gradientCovarianceTrace", Column.Role.MEASUREMENT, "tr K", "trace of the gradients' covariance"));

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        int[] indices = sample.indices(0);
        Arrays.sort(indices);
        int m = indices.length;
        double[][] gradients = new double[m][objective.dimension()];
        double[] mean = new double[objective.dimension()];
        for (int i = 0; i < m; i++) {
            objective.batch(new int[] {indices[i]}).gradient(state.parameters(), gradients[i]);
            Vectors.add(1.0 / m, gradients[i], mean);
        }
        for (double[] gradient : gradients) {
            Vectors.add(-1, mean, gradient);
        }
        double[][] gram = new double[m][m];
        double trace = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = Vectors.dot(gradients[i], gradients[j]) / m;
                gram[j][i] = gram[i][j];
            }
            trace += gram[i][i];
        }
        row[offset] = new DenseEigenSolver()
                .largest(SymmetricOperator.of(gram), 1, EigenPairs.NONE)
                .largest();
        row[offset + 1] = trace;
    }
}
