package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** Readings along a run through the edge of stability, against the dense solver. */
class SharpnessReadingTest {
    private static final double ETA = 0.4;
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 20, 30);

    private static Table run(Probe probe, Dynamics dynamics, double[] start, long steps) {
        Simulation simulation = new Simulation(dynamics, List.of(probe.every(10)));
        Table table = new Table(simulation.names(), new Recording.Every(10), steps);
        simulation.run(dynamics.start(start), steps, List.of(table));
        return table;
    }

    @Test
    void followsTheSharpnessThroughTheEdgeForAFewProducts() {
        GradientDescent gd = new GradientDescent(NETWORK, ETA);
        SharpnessProbe warm = new SharpnessProbe(NETWORK, Lanczos.seeded(1), gd, 1, false, 500);
        SharpnessProbe dense = new SharpnessProbe(NETWORK, new DenseEigenSolver());
        double[] start = NETWORK.start(2);
        Table readings = run(warm, gd, start, 3000);
        Table truth = run(dense, gd, start, 3000);
        double[] sharpness = readings.column("sharpness");
        double[] exact = truth.column("sharpness");
        double[] residual = readings.column("residual");
        for (int row = 0; row < readings.rows(); row++) {
            assertThat(sharpness[row]).as("reading %d", row).isCloseTo(exact[row], within(residual[row] + 1e-12));
        }
        assertThat(Arrays.stream(exact).max().orElseThrow()).isGreaterThan(2 / ETA);
        assertThat(Arrays.stream(readings.column("products")).average().orElseThrow())
                .isLessThanOrEqualTo(6);
    }

    /** A difference of one part in a million is a repair where products are doubles, and nothing where they are floats. */
    @Test
    void anAuditLeavesOutWhatIsRounding() {
        for (double rounding : new double[] {0x1p-48, 0x1p-20}) {
            SymmetricOperator operator = new SymmetricOperator() {
                @Override
                public int dimension() {
                    return 2;
                }

                @Override
                public void apply(double[] x, double[] result) {
                    result[0] = 3 * x[0];
                    result[1] = x[1];
                }

                @Override
                public double rounding() {
                    return rounding;
                }
            };
            EigenPairs warm =
                    new EigenPairs(new double[] {3 - 3e-6}, new double[][] {{1, 0}}, new double[] {1e-9}, 3, true);
            EigenReading audited = new EigenReading(warm, false).audited(new DenseEigenSolver(), operator);
            assertThat(audited.repaired()).isEqualTo(rounding < 1e-9);
            assertThat(audited.pairs().largest()).isEqualTo(audited.repaired() ? 3 : 3 - 3e-6);
        }
    }

    @Test
    void anAuditRepairsALockOnTheWrongPairAndSaysSo() {
        Quadratic objective = new Quadratic(3, 2, 1);
        // Warm, it stays with the second pair for ever, as a solver may whose start has nothing of the first.
        EigenSolver stubborn = (operator, count, guess) -> {
            EigenPairs two = new DenseEigenSolver().largest(operator, 2, EigenPairs.NONE);
            int i = guess.values().length == 0 || guess.largest() > 2.5 ? 0 : 1;
            return new EigenPairs(
                    new double[] {two.values()[i]},
                    new double[][] {two.vectors()[i]},
                    new double[] {two.residuals()[i]},
                    5,
                    true);
        };
        GradientDescent gd = new GradientDescent(objective, 0.1);
        SharpnessProbe probe = new SharpnessProbe(objective, stubborn, gd, 1, false, 4);
        State state = gd.start(new double[] {1, 1, 1});
        EigenPairs second = new EigenPairs(new double[] {2}, new double[][] {{0, 1, 0}}, new double[1], 5, true);
        state.remember(new Curvature(0, second, EigenPairs.NONE, false));
        gd.step(state);
        int sharpness = probe.columns().stream().map(Column::name).toList().indexOf("sharpness");
        int repaired = probe.columns().stream().map(Column::name).toList().indexOf("repaired");
        int products = probe.columns().stream().map(Column::name).toList().indexOf("products");
        double[] row = new double[probe.columns().size()];
        for (int t = 1; t <= 8; t++) {
            probe.measure(state, row, 0);
            assertThat(row[sharpness]).as("step %d", t).isCloseTo(t < 4 ? 2 : 3, within(1e-12));
            assertThat(row[repaired]).isEqualTo(t == 4 ? 1 : 0);
            assertThat(row[products]).isEqualTo(t % 4 == 0 ? 10 : 5);
            gd.step(state);
        }
    }

    @Test
    void adaptivelyFollowsWhatIsAboveThreeQuartersOfTheThresholdAndOneMore() {
        Quadratic objective = new Quadratic(19, 18, 16, 14, 13, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        GradientDescent gd = new GradientDescent(objective, 0.1);
        SharpnessProbe probe = new SharpnessProbe(objective, Lanczos.seeded(0), gd, 6, true, 0);
        double[] row = new double[probe.columns().size()];
        int first = probe.columns().stream().map(Column::name).toList().indexOf("eigenvalue1");
        State state = gd.start(new double[15]);
        for (int t = 0; t < 3; t++) {
            probe.measure(state, row, 0);
            assertThat(Arrays.copyOfRange(row, first, first + 4))
                    .containsExactly(new double[] {19, 18, 16, 14}, within(1e-2));
            assertThat(row[first + 4]).isNaN();
            assertThat(row[first + 5]).isNaN();
            gd.step(state);
        }
    }

    @Test
    void doesNotReportWhatAColdStartReadsBeyondThat() {
        Quadratic objective = new Quadratic(19, 18, 14, 13, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        GradientDescent gd = new GradientDescent(objective, 0.1);
        EigenPairs pairs = new SharpnessProbe(objective, Lanczos.seeded(0), gd, 6, true, 0)
                .read(gd.start(new double[15]))
                .hessian();
        assertThat(pairs.values()).containsExactly(new double[] {19, 18, 14}, within(1e-2));
        assertThat(pairs.vectors()).hasDimensions(3, 15);
        assertThat(pairs.residuals()).hasSize(3);
    }

    @Test
    void readsThePreconditionedSharpnessAlongARunOfAdam() {
        Adaptive adam = new Adaptive(NETWORK, StepSize.constant(0.02), 0.9, 0.99, 1e-7);
        double[] start = NETWORK.start(2);
        Table readings = run(new SharpnessProbe(NETWORK, Lanczos.seeded(1), adam, 2, false, 200), adam, start, 1000);
        Table truth = run(new SharpnessProbe(NETWORK, new DenseEigenSolver(), adam, 2, false, 0), adam, start, 1000);
        double threshold = adam.stabilityThreshold(adam.start(start));
        double highest = 0;
        for (int row = 0; row < readings.rows(); row++) {
            double exact = truth.get("preconditionedSharpness", row);
            double residual = readings.get("preconditionedResidual", row);
            assertThat(readings.get("preconditionedSharpness", row))
                    .as("reading %d", row)
                    .isCloseTo(exact, within(residual + 1e-12 * exact));
            assertThat(readings.get("eigenvalue1", row)).isEqualTo(readings.get("sharpness", row));
            highest = Math.max(highest, exact / threshold);
        }
        // The run reaches the adaptive edge of stability and does not stay far above it.
        assertThat(highest).isGreaterThan(1);
        assertThat(truth.get("preconditionedSharpness", truth.rows() - 1)).isLessThan(2 * threshold);
    }
}
