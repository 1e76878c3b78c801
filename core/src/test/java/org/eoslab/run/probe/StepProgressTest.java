package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.eoslab.LogCosh;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.Outcome;
import org.eoslab.run.Probe;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The progress of a step against closed forms on quadratics, and against numbers computed elsewhere on log cosh(xy). */
class StepProgressTest {
    private static final double ETA = LogCosh.ETA;

    /** The numbers have four digits or more behind the point. */
    private static final double FOUR_DIGITS = 6e-4;

    private static Table logCosh(long steps) {
        Experiment experiment = LogCosh.of(steps);
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    @Test
    void saysWhatDecidesOnLogCosh() {
        Table table = logCosh(400);
        long[] steps = {0, 1, 5, 20, 100, 399};
        double[] expected = {1.884, 2.088, 2.0018, 1.9818, 1.97679, 1.976448};
        for (int i = 0; i < steps.length; i++) {
            assertThat(ETA * table.get("directionalSmoothness", (int) steps[i]))
                    .as("step %d", steps[i])
                    .isCloseTo(expected[i], within(FOUR_DIGITS));
        }
        // While the sharpness climbs from far below the threshold: it is not S that decides.
        assertThat(ETA * table.get("sharpness", 1)).isLessThan(1);
        // The last row too is of the step that would follow it, as in a longer run.
        Table longer = logCosh(500);
        for (String name : StepProgress.NAMES) {
            assertThat(table.get(name, 400)).isEqualTo(longer.get(name, 400));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-170, 1e170})
    void isClosedFormOnAQuadraticOfAnySize(double size) {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 100; trial++) {
            double[] eigenvalues = random.doubles(4, 0.1, 4).toArray();
            double[] w = random.doubles(4, -1, 1).map(x -> x * size).toArray();
            double eta = random.nextDouble(0.01, 1);
            double gg = 0;
            double ghg = 0;
            double gAfter = 0;
            double afterAfter = 0;
            for (int i = 0; i < 4; i++) {
                double g = eigenvalues[i] * w[i] / size;
                double after = g * (1 - eta * eigenvalues[i]);
                gg += g * g;
                ghg += g * g * eigenvalues[i];
                gAfter += g * after;
                afterAfter += after * after;
            }
            double[] row = row(new GradientDescent(new Quadratic(eigenvalues), eta), w, 1);
            assertThat(row[1]).isCloseTo(ghg / gg, within(1e-12 * ghg / gg / eta));
            assertThat(row[2]).isCloseTo(gAfter / Math.sqrt(gg * afterAfter), within(1e-13));
            if (size == 1) {
                assertThat(row[0]).isCloseTo(-1 + eta * row[1] / 2, within(1e-12 / eta));
            }
        }
    }

    @Test
    void cosineOfOneCurvatureChangesItsSignWhereASingleStepEndsInTheMinimum() {
        for (double eta = 0.05; eta < 4; eta += 0.1) {
            double cosine = row(new GradientDescent(new Quadratic(1), eta), new double[] {1}, 1)[2];
            assertThat(cosine).isEqualTo(eta < 1 ? 1 : -1);
        }
    }

    @Test
    void isNotANumberWhereNothingMoves() {
        assertThat(row(new GradientDescent(new Quadratic(1, 2), 0.5), new double[2], 1))
                .containsOnly(Double.NaN);
    }

    /** The step that is taken ahead is the step that is taken: no bit of a run is another. */
    @Test
    void leavesTheBitsOfARun() {
        TanhNetwork network = TanhNetwork.chebyshev(3, 12, 8);
        for (Dynamics dynamics : List.of(
                new GradientDescent(network, 0.3), new Adaptive(network, StepSize.constant(0.01), 0.9, 0.999, 1e-8))) {
            Probe loss = new LossProbe(network);
            Simulation plain = new Simulation(dynamics, List.of(loss));
            Table without = table(plain, dynamics, network.start(1));
            Table with = table(plain.with(new StepProgress(network)), dynamics, network.start(1));
            for (String name : plain.names()) {
                assertThat(with.column(name)).isEqualTo(without.column(name));
            }
        }
    }

    /** One gradient a step, as without it, and one for the step beyond the last. */
    @Test
    void costsNoGradient() {
        int[] gradients = {0};
        Quadratic quadratic = new Quadratic(1, 2);
        Objective counting = new Objective() {
            @Override
            public int dimension() {
                return quadratic.dimension();
            }

            @Override
            public double value(double[] w) {
                throw new AssertionError("no value is needed");
            }

            @Override
            public double gradient(double[] w, double[] gradient) {
                gradients[0]++;
                return quadratic.gradient(w, gradient);
            }

            @Override
            public SymmetricOperator hessian(double[] w) {
                throw new AssertionError("no Hessian product is needed");
            }
        };
        Dynamics dynamics = new GradientDescent(counting, 0.1);
        Simulation simulation = new Simulation(dynamics, List.of(new LossProbe(counting), new StepProgress(counting)));
        table(simulation, dynamics, new double[] {1, 1});
        assertThat(gradients[0]).isEqualTo(50 + 2);
    }

    private static Table table(Simulation simulation, Dynamics dynamics, double[] start) {
        Table table = Table.of(simulation.columns(), Recording.ALL, 50);
        assertThat(simulation.run(dynamics.start(start), 50, List.of(table))).isEqualTo(Outcome.COMPLETED);
        return table;
    }

    /** The columns at step 0. */
    private static double[] row(Dynamics dynamics, double[] start, long steps) {
        Simulation simulation = new Simulation(dynamics, List.of(new StepProgress(dynamics.objective())));
        Table table = Table.of(simulation.columns(), Recording.ALL, steps);
        simulation.run(dynamics.start(start), steps, List.of(table));
        return StepProgress.NAMES.stream().mapToDouble(n -> table.get(n, 0)).toArray();
    }
}
