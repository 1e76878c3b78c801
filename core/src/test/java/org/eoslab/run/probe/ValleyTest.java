package org.eoslab.run.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eoslab.LogCosh;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.experiment.Run;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** What forward passes along a step say of the valley, against closed forms on quadratics. */
class ValleyTest {
    /** The rounding of losses of about 1, 1e-16, moves a vertex by that over the difference of neighbouring losses, seldom below 1e-8. */
    private static final double VERTEX = 1e-7;

    @Test
    void floorAndCriticalSharpnessOfAQuadratic() {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 200; trial++) {
            double[] eigenvalues = random.doubles(4, 0.1, 4).toArray();
            double[] w = random.doubles(4, -1, 1).toArray();
            double eta = random.nextDouble(0.1, 1);
            Quadratic loss = new Quadratic(eigenvalues);
            double gg = 0;
            double ghg = 0;
            for (int i = 0; i < 4; i++) {
                double g = eigenvalues[i] * w[i];
                gg += g * g;
                ghg += g * g * eigenvalues[i];
            }
            double smoothness = ghg / gg;
            Dynamics dynamics = new GradientDescent(loss, eta);
            Simulation simulation =
                    new Simulation(dynamics, List.of(new ValleyFloor(loss), new CriticalSharpness(loss, eta)));
            Table table = Table.of(simulation.columns(), Recording.ALL, 1);
            simulation.run(dynamics.start(w), 1, List.of(table));
            double part = Math.min(1, 1 / (eta * smoothness));
            double least = loss.value(w) - eta * gg * (part - part * part * eta * smoothness / 2);
            assertThat(table.get("valleyPosition", 0)).isCloseTo(part, within(VERTEX));
            assertThat(table.get("valleyPosition", 0) < 1).isEqualTo(eta * smoothness > 1);
            assertThat(table.get("valleyFloor", 0)).isCloseTo(least, within(1e-14));
            assertThat(table.get("criticalSharpness", 0))
                    .isCloseTo(smoothness, within(2 * CriticalSharpness.ACCURACY * smoothness));
        }
    }

    @Test
    void nothingRisesAboveALossWithoutABottom() {
        Quadratic loss = new Quadratic(-1, -2);
        double[] row = new double[1];
        new CriticalSharpness(loss, 0.1).measure(new GradientDescent(loss, 0.1).start(new double[] {1, 1}), row, 0);
        assertThat(row[0]).isNaN();
        new CriticalSharpness(loss, 0.1).measure(new GradientDescent(loss, 0.1).start(new double[2]), row, 0);
        assertThat(row[0]).isNaN();
    }

    /** Both are measures of any model that has measures: on log cosh(xy) the edge is where the critical sharpness passes 2/η. */
    @Test
    void areMeasuresOfAFormula() {
        var experiment =
                LogCosh.of(200).with(Map.of("measures", "valley-floor,critical-sharpness", "measuresEvery", 10));
        Table table = Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
        for (int t = 0; t <= 200; t++) {
            assertThat(Double.isNaN(table.get("valleyFloor", t))).isEqualTo(t % 10 != 0);
            if (t % 10 == 0) {
                assertThat(table.get("valleyFloor", t)).isLessThanOrEqualTo(table.get("loss", t));
                // The loss of the next step is larger exactly where a step of eta is beyond the critical one.
                assertThat(0.125 * table.get("criticalSharpness", t) > 2)
                        .isEqualTo(table.get("relativeProgress", t) > 0);
            }
        }
    }
}
