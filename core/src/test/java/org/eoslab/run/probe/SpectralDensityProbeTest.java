package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.scalar.DoubleWell;
import org.eoslab.run.Probe;
import org.junit.jupiter.api.Test;

class SpectralDensityProbeTest implements TanhNetworkProbe {
    private static final int VECTORS = 3;
    private static final int STEPS = 8;

    @Override
    public Probe probe() {
        return new SpectralDensityProbe(NETWORK, VECTORS, STEPS, 3);
    }

    @Test
    void hasTheEndsAndTheMeanOfTheSpectrum() {
        int nodes = VECTORS * STEPS;
        double[] row = new double[2 * nodes];
        probe().measure(new State(start(), new double[0]), row, 0);
        int n = NETWORK.dimension();
        double[] exact = new DenseEigenSolver()
                .largest(NETWORK.hessian(start()), n, EigenPairs.NONE)
                .values();
        double sum = 0;
        double mean = 0;
        double square = 0;
        double trueMean = 0;
        double trueSquare = 0;
        for (int i = 0; i < nodes; i++) {
            assertThat(row[i]).isBetween(exact[n - 1] - 1e-9, exact[0] + 1e-9);
            sum += row[nodes + i];
            mean += row[nodes + i] * row[i];
            square += row[nodes + i] * row[i] * row[i];
        }
        for (double x : exact) {
            trueMean += x / n;
            trueSquare += x * x / n;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        // The standard error of the mean over random unit vectors is about √(2·⟨λ²⟩/(n·vectors)).
        double error = Math.sqrt(2 * trueSquare / (n * (double) VECTORS));
        assertThat(mean).isCloseTo(trueMean, within(4 * error));
        assertThat(square).isCloseTo(trueSquare, within(4 * exact[0] * error));
        assertThat(row[0]).isCloseTo(exact[0], within(1e-3 * exact[0]));
    }

    @Test
    void leavesOutTheNodesThatASmallHessianDoesNotHave() {
        DoubleWell well = new DoubleWell(2);
        double[] row = new double[2 * 5];
        new SpectralDensityProbe(well, 1, 5, 0).measure(new State(new double[] {0.5}, new double[0]), row, 0);
        assertThat(row[0]).isFinite();
        assertThat(row[5]).isEqualTo(1);
        assertThat(row[1]).isNaN();
        assertThat(row[9]).isNaN();
    }

    @Test
    void hasEachEigenvalueOnceWhereThatCostsNoMore() {
        int n = NETWORK.dimension();
        double[] row = new double[2 * (n + 4)];
        new SpectralDensityProbe(NETWORK, 2, n / 2 + 2, 0).measure(new State(start(), new double[0]), row, 0);
        double[] exact = new DenseEigenSolver()
                .largest(NETWORK.hessian(start()), n, EigenPairs.NONE)
                .values();
        assertThat(Arrays.copyOf(row, n)).containsExactly(exact);
        assertThat(Arrays.copyOfRange(row, n + 4, 2 * n + 4)).containsOnly(1.0 / n);
        assertThat(row[n]).isNaN();
    }
}
