package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.StabilityContract;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Objective;
import org.junit.jupiter.api.Test;

/** Oracle: the adaptive integrator of another method. */
class RungeKuttaFlowTest implements StabilityContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.01);

    @Override
    public Dynamics on(Objective objective) {
        return new RungeKuttaFlow(objective, 0.3, new DenseEigenSolver(), 2, 1, 1);
    }

    @Test
    void isOfOrderFour() {
        double coarse = error(0.2);
        double fine = error(0.1);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(4, within(0.2));
    }

    /** The distance to the adaptive flow after time 4, with steps of the length {@code cap}. */
    private static double error(double cap) {
        double[] start = {0.7, 0.5, 0.2};
        Dynamics adaptive = new GradientFlow(MODEL, 4);
        Dynamics fixed = new RungeKuttaFlow(MODEL, 4, new DenseEigenSolver(), 1, 1, cap);
        State exact = adaptive.start(start);
        State approximate = fixed.start(start);
        adaptive.step(exact);
        fixed.step(approximate);
        double sum = 0;
        for (int i = 0; i < start.length; i++) {
            double d = exact.parameters()[i] - approximate.parameters()[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
