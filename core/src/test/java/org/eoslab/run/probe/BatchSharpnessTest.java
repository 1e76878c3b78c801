package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eoslab.Tolerances;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Batches;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.junit.jupiter.api.Test;

class BatchSharpnessTest implements ProbeContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 6);
    private static final Batches BATCHES = new Batches(12, 1, 3);

    @Override
    public Probe probe() {
        return new BatchSharpness(NETWORK, BATCHES, 12);
    }

    @Override
    public Dynamics dynamics() {
        return new StochasticGradientDescent(NETWORK, StepSize.constant(0.1), BATCHES);
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    /** An epoch of single examples averages over all of them: the expectation itself, from dense Hessians. */
    @Test
    void overAnEpochOfSingleExamplesItIsTheExpectation() {
        double[] w = start();
        double expected = 0;
        for (int i = 0; i < 12; i++) {
            Objective one = NETWORK.batch(new int[] {i});
            double[] g = new double[w.length];
            one.gradient(w, g);
            double[][] hessian = DenseEigenSolver.matrix(one.hessian(w));
            double quadratic = 0;
            for (int j = 0; j < w.length; j++) {
                quadratic += g[j] * Vectors.dot(hessian[j], g);
            }
            expected += quadratic / Vectors.dot(g, g) / 12;
        }
        double[] row = new double[2];
        probe().measure(new State(w, new double[0]), row, 0);
        assertThat(row[0]).isCloseTo(expected, within(Tolerances.CLOSED_FORM * Math.abs(expected)));
        assertThat(row[1]).isPositive();
    }

    @Test
    void forTheWholeDataSetItIsTheGradientsRayleighQuotientWithoutError() {
        double[] w = start();
        double[] row = new double[2];
        new BatchSharpness(NETWORK, new Batches(12, 12, 0), 2).measure(new State(w, new double[0]), row, 0);
        double[] g = new double[w.length];
        double[] product = new double[w.length];
        NETWORK.gradient(w, g);
        NETWORK.hessian(w).apply(g, product);
        double quotient = Vectors.dot(g, product) / Vectors.dot(g, g);
        assertThat(row[0]).isCloseTo(quotient, within(1e-12 * Math.abs(quotient)));
        assertThat(row[1]).isCloseTo(0, within(1e-12 * Math.abs(quotient)));
        assertThat(Arrays.stream(row)).allMatch(Double::isFinite);
    }
}
