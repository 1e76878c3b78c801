package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpposingExamplesTest implements ProbeContract {
    /** A few dozen operations on numbers of order ten. */
    private static final double ROUNDING = 1e-13;

    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 6);

    @Override
    public Probe probe() {
        return of(NETWORK, dynamics(), 1);
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(NETWORK, 0.1);
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    private static OpposingExamples of(FiniteSum loss, Dynamics dynamics, long every) {
        return new OpposingExamples(loss, dynamics, new SharpnessProbe(loss, new DirectEigenSolver()), every);
    }

    /** The losses ½x² + bᵢx of the examples with these slopes, whose mean is ½x²: gradient descent makes (1 − η)x of x. */
    private record Tilted(double... slopes) implements FiniteSum {
        @Override
        public int examples() {
            return slopes.length;
        }

        @Override
        public Objective batch(int[] indices) {
            return new Tilted(Arrays.stream(indices).mapToDouble(i -> slopes[i]).toArray());
        }

        private double slope() {
            return Arrays.stream(slopes).sum() / slopes.length;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] w) {
            return 0.5 * w[0] * w[0] + slope() * w[0];
        }

        @Override
        public double gradient(double[] w, double[] gradient) {
            gradient[0] = w[0] + slope();
            return value(w);
        }

        @Override
        public SymmetricOperator hessian(double[] w) {
            return SymmetricOperator.of(new double[][] {{1}});
        }
    }

    /** Slopes of both signs, −20 to 20 without 0, in an order of their own. */
    private static final Tilted FORTY = new Tilted(IntStream.rangeClosed(1, 40)
            .map(i -> i * 17 % 41)
            .mapToDouble(i -> i <= 20 ? i - 21 : i - 20)
            .toArray());

    private static Table run(FiniteSum loss, double eta, double start, long every, long steps) {
        Dynamics dynamics = new GradientDescent(loss, eta);
        Simulation simulation = new Simulation(dynamics, List.of(of(loss, dynamics, every)));
        Table table = Table.of(simulation.columns(), Recording.ALL, steps);
        simulation.run(dynamics.start(new double[] {start}), steps, List.of(table));
        return table;
    }

    /** A step d changes the example of slope b by bd + const: it raises those of the largest slopes of its own sign. */
    @Test
    void theGroupsAreThoseWhoseSlopesAreAlongTheStepAndAgainstIt() {
        Table table = run(FORTY, 1.9, 1, 1, 0);
        double step = -1.9;
        double next = 1.71;
        for (int i = 1; i <= OpposingExamples.MOST; i++) {
            assertThat(FORTY.slopes()[(int) table.get("risen" + i, 0)]).isEqualTo(i - 21);
            assertThat(FORTY.slopes()[(int) table.get("fallen" + i, 0)]).isEqualTo(21 - i);
            assertThat(FORTY.slopes()[(int) table.get("nextRisen" + i, 0)]).isEqualTo(21 - i);
            assertThat(FORTY.slopes()[(int) table.get("nextFallen" + i, 0)]).isEqualTo(i - 21);
            assertThat(table.get("risenChange" + i, 0)).isCloseTo((i - 21) * step + 0.5 * (0.81 - 1), within(ROUNDING));
            assertThat(table.get("nextFallenChange" + i, 0))
                    .isCloseTo((i - 21) * next + 0.5 * (0.6561 - 0.81), within(ROUNDING));
        }
        // The mean of 11 to 20.
        assertThat(table.get("opposingRise", 0)).isCloseTo(15.5 * 1.9 - 0.095, within(ROUNDING));
        assertThat(table.get("opposingFall", 0)).isCloseTo(-15.5 * 1.9 - 0.095, within(ROUNDING));
        assertThat(table.get("opposingRiseNext", 0)).isCloseTo(-15.5 * 1.71 - 0.07695, within(ROUNDING));
        assertThat(table.get("opposingFallNext", 0)).isCloseTo(15.5 * 1.71 - 0.07695, within(ROUNDING));
    }

    /** Steps of one sign after the other where η > 1, all of one sign below. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.9, 1.1, 1.9})
    void theGroupsSwapExactlyWhereTheStepsTurn(double eta) {
        for (double start : new double[] {1, -1}) {
            Table table = run(FORTY, eta, start, 1, 5);
            for (int t = 0; t <= 5; t++) {
                double swap = eta > 1 ? 1 : 0;
                assertThat(table.get(OpposingExamples.ANTIPHASE, t)).isEqualTo(swap);
                assertThat(table.get("opposingReversed", t)).isEqualTo(swap);
                assertThat(table.get("opposingExchanged", t)).isEqualTo(swap);
                // In one dimension a gradient is along u or against it.
                assertThat(table.get("opposingRiseCosine", t)).isEqualTo(1);
                assertThat(table.get("opposingFallCosine", t)).isEqualTo(-1);
                assertThat(table.get("opposingGradientCosine", t)).isEqualTo(-1);
            }
        }
    }

    /** The loss goes by (1 − η)²: by 1.0404 at η = 2.02, by 1.1025 at 2.05. */
    @Test
    void spikesAreReadBesides() {
        assertThat(run(FORTY, 2.02, 1, 3, 4).column(OpposingExamples.ANTIPHASE))
                .containsExactly(1, Double.NaN, Double.NaN, 1, Double.NaN);
        assertThat(run(FORTY, 2.05, 1, 3, 4).column(OpposingExamples.ANTIPHASE)).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void fewExamplesMakeSmallGroups() {
        Table table = run(new Tilted(-1, 1), 1.5, 1, 1, 0);
        assertThat(table.get("risen1", 0)).isZero();
        assertThat(table.get("fallen1", 0)).isOne();
        assertThat(table.has("risen2")).isFalse();
    }

    @Test
    void theLossesOfTheExamplesHaveTheirMean() {
        double[] w = start();
        double[] losses = NETWORK.losses(w);
        assertThat(losses).hasSize(12);
        assertThat(Arrays.stream(losses).sum() / 12).isCloseTo(NETWORK.value(w), within(ROUNDING));
    }
}
