package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Against matrices, and what flow and descent on two linear layers do. */
class LayerBalanceTest implements ProbeContract {
    private static final TwoLayers NETWORK = new TwoLayers();
    private static final double ROUNDING = 1e-13;

    @Override
    public Probe probe() {
        return new LayerBalance(NETWORK);
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(NETWORK, 0.1);
    }

    @Override
    public double[] start() {
        return TwoLayers.start(1);
    }

    private static RealMatrix matrix(double[] w, int offset, int rows, int columns) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.setEntry(i / columns, i % columns, w[offset + i]);
        }
        return matrix;
    }

    /** W₂ᵀW₂ − W₁W₁ᵀ; of gradients G₂ᵀG₂ − G₁G₁ᵀ. */
    private static RealMatrix difference(double[] w) {
        RealMatrix first = matrix(w, 0, 3, 2);
        RealMatrix second = matrix(w, 6, 2, 3);
        return second.transpose().multiply(second).subtract(first.multiply(first.transpose()));
    }

    private double[] read(double[] w) {
        double[] row = new double[2];
        probe().measure(new State(w.clone(), new double[0]), row, 0);
        return row;
    }

    @Test
    void isTheNormOfTheDifference() {
        for (long seed = 0; seed < 10; seed++) {
            double[] w = TwoLayers.start(seed);
            RealMatrix difference = difference(w);
            assertThat(read(w)[0]).isCloseTo(difference.getFrobeniusNorm(), within(ROUNDING));
            double squares = 0;
            for (int i = 0; i < 3; i++) {
                squares += difference.getEntry(i, i) * difference.getEntry(i, i);
            }
            assertThat(read(w)[1]).isCloseTo(Math.sqrt(squares), within(ROUNDING));
        }
    }

    /** A step of size η adds η²(G₂ᵀG₂ − G₁G₁ᵀ), nothing of first order. */
    @Test
    void descentChangesItBySecondOrderOnly() {
        double[] w = start();
        double[] g = new double[12];
        NETWORK.gradient(w, g);
        State state = new GradientDescent(NETWORK, 0.1).start(w);
        dynamics().step(state);
        RealMatrix expected = difference(w).add(difference(g).scalarMultiply(0.01));
        assertThat(read(state.parameters())[0]).isCloseTo(expected.getFrobeniusNorm(), within(ROUNDING));
        assertThat(Math.abs(read(state.parameters())[0] - read(w)[0])).isGreaterThan(1e-4);
    }

    @Test
    void flowKeepsIt() {
        Dynamics flow = new GradientFlow(NETWORK, 0.1);
        State state = flow.start(start());
        for (int t = 0; t < 100; t++) {
            flow.step(state);
        }
        assertThat(NETWORK.value(state.parameters())).isLessThan(0.1 * NETWORK.value(start()));
        // The integrator's tolerance over a hundred of its steps.
        assertThat(read(state.parameters())[0]).isCloseTo(read(start())[0], within(1e-6));
    }
}
