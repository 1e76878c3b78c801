package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.linalg.Estimate;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSharpnessTest implements ProbeContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 6);
    private static final BatchSchedule BATCHES = new BatchSchedule(12, 1, 3);

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

    /** Both expectations over all examples, from dense Hessians, to five standard errors of many batches. */
    @Test
    void ofManySingleExamplesItIsTheExpectation() {
        double[] w = start();
        double expected = 0;
        double quadratics = 0;
        double squares = 0;
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
            quadratics += quadratic;
            squares += Vectors.dot(g, g);
        }
        double[] row = measured(new BatchSharpness(NETWORK, BATCHES, 3000), w, 0);
        assertThat(row[0]).isCloseTo(expected, within(5 * row[1]));
        assertThat(row[1]).isPositive().isLessThan(0.1 * Math.abs(expected));
        assertThat(row[2]).isCloseTo(quadratics / squares, within(5 * row[3]));
        assertThat(row[3]).isPositive().isLessThan(0.1 * Math.abs(quadratics / squares));
        assertThat(row[4]).isZero();
    }

    /** The errors that readings of ten batches of four claim against the scatter of 300 such readings: a fifth. */
    @Test
    void theErrorsAreHonest() {
        int readings = 300;
        BatchSharpness probe = new BatchSharpness(NETWORK, new BatchSchedule(12, 4, 9), 10);
        double[][] values = new double[2][readings];
        double[] claimed = new double[2];
        for (int t = 0; t < readings; t++) {
            double[] row = measured(probe, start(), t);
            for (int c = 0; c < 2; c++) {
                values[c][t] = row[2 * c];
                claimed[c] += row[2 * c + 1] * row[2 * c + 1] / readings;
            }
        }
        for (int c = 0; c < 2; c++) {
            double seen = Estimate.mean(0, values[c], 0).standardError() * Math.sqrt(readings);
            assertThat(Math.sqrt(claimed[c]) / seen).as("mean %d", c).isBetween(0.8, 1.25);
        }
    }

    /** The correlation of neighbours among 400 readings: of independent ones its deviation is 1/√400; five of them. */
    @Test
    void readingsOfNeighbouringStepsAreIndependent() {
        int readings = 400;
        BatchSharpness probe = new BatchSharpness(NETWORK, new BatchSchedule(12, 4, 9), 10);
        double[] values = new double[readings];
        Arrays.setAll(values, t -> measured(probe, start(), t)[0]);
        double mean = Estimate.mean(0, values, 0).value();
        double product = 0;
        double square = 0;
        for (int t = 0; t < readings; t++) {
            square += (values[t] - mean) * (values[t] - mean);
            product += t == 0 ? 0 : (values[t] - mean) * (values[t - 1] - mean);
        }
        assertThat(product / square).isCloseTo(0, within(5 / Math.sqrt(readings)));
    }

    /** g = 10, H = 1 and g = 1, H = 100: ½(1 + 100), and (100·1 + 1·100)/(100 + 1). */
    @Test
    void theMeanOfTheRatiosIsNotTheRatioOfTheMeans() {
        double[] row = measured(new BatchSharpness(
                new Parabolas(new double[][] {{10, 1}, {1, 100}}), new BatchSchedule(2, 1, 1), 4000));
        assertThat(row[0]).isCloseTo(50.5, within(5 * row[1]));
        assertThat(row[2]).isCloseTo(200 / 101.0, within(5 * row[3]));
        assertThat(row[1]).isBetween(0.7, 0.9);
        assertThat(row[3]).isBetween(0.001, 0.1);
    }

    @Test
    void aBatchWithoutGradientIsLeftOutAndCounted() {
        double[] row = measured(new BatchSharpness(
                new Parabolas(new double[][] {{0, 7}, {3, 5}}), new BatchSchedule(2, 1, 1), 100));
        assertThat(row[0]).isEqualTo(5);
        assertThat(row[1]).isZero();
        assertThat(row[2]).isEqualTo(5);
        assertThat(row[4]).isBetween(25.0, 75.0);
        double[] none = measured(new BatchSharpness(
                new Parabolas(new double[][] {{0, 7}, {0, 5}}), new BatchSchedule(2, 1, 1), 4));
        assertThat(none).containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 4);
    }

    /** Squares of such gradients overflow or vanish. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-250, 1e-160, 1e160, 1e250})
    void gradientsOfAnySizeHaveTheSameSharpness(double size) {
        double[][] plain = {{10, 1}, {1, 100}, {-2, 3}};
        double[][] scaled = {{10 * size, 1}, {size, 100}, {-2 * size, 3}};
        double[] expected = measured(new BatchSharpness(new Parabolas(plain), new BatchSchedule(3, 2, 5), 10));
        double[] row = measured(new BatchSharpness(new Parabolas(scaled), new BatchSchedule(3, 2, 5), 10));
        for (int c = 0; c < 5; c++) {
            assertThat(row[c]).isCloseTo(expected[c], within(1e-12 * expected[c]));
        }
    }

    private static double[] measured(BatchSharpness probe) {
        return measured(probe, new double[1], 0);
    }

    private static double[] measured(BatchSharpness probe, double[] w, long step) {
        double[] row = new double[5];
        probe.measure(new State(w, new double[0], step, step), row, 0);
        return row;
    }

    /** Examples gw + ½Hw² of one parameter, given as {g, H}. */
    private record Parabolas(double[][] all) implements FiniteSum {
        @Override
        public int examples() {
            return all.length;
        }

        @Override
        public Objective batch(int[] indices) {
            return new Parabolas(Arrays.stream(indices).mapToObj(i -> all[i]).toArray(double[][]::new));
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] w) {
            return mean(0) * w[0] + 0.5 * mean(1) * w[0] * w[0];
        }

        @Override
        public double gradient(double[] w, double[] gradient) {
            gradient[0] = mean(0) + mean(1) * w[0];
            return mean(0) * w[0] + 0.5 * mean(1) * w[0] * w[0];
        }

        @Override
        public SymmetricOperator hessian(double[] w) {
            return SymmetricOperator.of(new double[][] {{mean(1)}});
        }

        private double mean(int which) {
            return Arrays.stream(all).mapToDouble(e -> e[which]).sum() / all.length;
        }
    }

    @Test
    void forTheWholeDataSetItIsTheGradientsRayleighQuotientWithoutError() {
        double[] w = start();
        double[] row = measured(new BatchSharpness(NETWORK, new BatchSchedule(12, 12, 0), 2), w, 0);
        double[] g = new double[w.length];
        double[] product = new double[w.length];
        NETWORK.gradient(w, g);
        NETWORK.hessian(w).apply(g, product);
        double quotient = Vectors.dot(g, product) / Vectors.dot(g, g);
        assertThat(row[0]).isCloseTo(quotient, within(1e-12 * Math.abs(quotient)));
        assertThat(row[2]).isEqualTo(row[0]);
        assertThat(row[1]).isZero();
        assertThat(row[3]).isZero();
    }
}
