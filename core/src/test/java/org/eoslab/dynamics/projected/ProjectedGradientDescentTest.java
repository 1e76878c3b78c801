package org.eoslab.dynamics.projected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.scalar.ScalarNetwork;
import org.junit.jupiter.api.Test;

/** Oracle: the closed form of Lemma 5.4. */
class ProjectedGradientDescentTest implements DynamicsContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final double ETA = 3.2;
    private static final double TOLERANCE = 1e-13;

    @Override
    public Dynamics dynamics() {
        return new ProjectedGradientDescent(MODEL, ETA, new DenseEigenSolver(), TOLERANCE, 20);
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.005, 0.2};
    }

    @Test
    void reproducesTheClosedFormOverAWholeRun() {
        Dynamics numerical = dynamics();
        Dynamics closedForm = new MinimalistConstrained(MODEL, ETA);
        State a = numerical.start(new double[] {0.7, 0, 0.2});
        State b = closedForm.start(new double[] {0.7, 0, 0.2});
        for (int t = 1; t <= 6000; t++) {
            numerical.step(a);
            closedForm.step(b);
            for (int i = 0; i < 3; i++) {
                assertThat(a.parameters()[i])
                        .as("step %d, parameter %d", t, i)
                        .isCloseTo(b.parameters()[i], within(1e-8));
            }
        }
    }

    @Test
    void fromAnyStartItStaysInTheStableSet() {
        Dynamics dynamics = dynamics();
        State state = dynamics.start(new double[] {0.85, 0.05, 0.3});
        for (int t = 0; t < 500; t++) {
            dynamics.step(state);
            assertThat(state.memory()[ProjectedGradientDescent.EXCESS]).isLessThanOrEqualTo(TOLERANCE * 2 / ETA);
            assertThat(state.memory()[ProjectedGradientDescent.DISPLACEMENT]).isLessThanOrEqualTo(TOLERANCE);
            assertThat(state.parameters()[Minimalist.BETA1]).isCloseTo(0, within(1e-10));
        }
    }

    /** A minimum sharper than 2/η, where gradient flow would stay: the first projection moves it along the valley to the edge. */
    @Test
    void movesAMinimumOfAScalarNetworkToTheEdge() {
        ScalarNetwork network = new ScalarNetwork(4, 1);
        Dynamics dynamics = new ProjectedGradientDescent(network, 0.2, new DenseEigenSolver(), TOLERANCE, 20);
        double[] start = {2.5, 0.4, 2.5, 0.4};
        assertThat(sharpness(network, start)).isGreaterThan(12);
        State state = dynamics.start(start);
        for (int t = 0; t < 10; t++) {
            dynamics.step(state);
            assertThat(sharpness(network, state.parameters())).isBetween(9.9, 10 * (1 + TOLERANCE));
            assertThat(network.value(state.parameters())).isLessThan(1e-25);
        }
    }

    private static double sharpness(ScalarNetwork network, double[] w) {
        return new DenseEigenSolver()
                .largest(network.hessian(w), 1, EigenPairs.NONE)
                .largest();
    }
}
