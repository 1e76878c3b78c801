package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.junit.jupiter.api.Test;

/** Against the covariance matrix itself. */
class GradientCovarianceTest implements ProbeContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 4);
    private static final double ROUNDING = 1e-12;

    @Override
    public Probe probe() {
        return new GradientCovariance(NETWORK, new BatchSchedule(12, 12, 0));
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(NETWORK, 0.1);
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    @Test
    void isTheEigenvalueOfTheCovariance() {
        for (long seed = 0; seed < 5; seed++) {
            double[] w = NETWORK.start(seed);
            int n = w.length;
            double[] mean = new double[n];
            NETWORK.gradient(w, mean);
            double[][] covariance = new double[n][n];
            double trace = 0;
            for (int example = 0; example < 12; example++) {
                double[] g = new double[n];
                NETWORK.batch(new int[] {example}).gradient(w, g);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        covariance[i][j] += (g[i] - mean[i]) * (g[j] - mean[j]) / 12;
                    }
                    trace += (g[i] - mean[i]) * (g[i] - mean[i]) / 12;
                }
            }
            double largest = new DenseEigenSolver()
                    .largest(SymmetricOperator.of(covariance), 1, EigenPairs.NONE)
                    .largest();
            double[] row = new double[2];
            probe().measure(new State(w, new double[0]), row, 0);
            assertThat(row[0]).isCloseTo(largest, within(ROUNDING * largest));
            assertThat(row[1]).isCloseTo(trace, within(ROUNDING * trace));
        }
    }
}
