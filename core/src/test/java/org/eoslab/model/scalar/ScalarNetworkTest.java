package org.eoslab.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.eoslab.Tolerances;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.junit.jupiter.api.Test;

/** The symmetric slice of Zhu et al., and where the flow has no minimum to end in. */
class ScalarNetworkTest {
    private static final ScalarNetwork ZHU = new ScalarNetwork(4, 1);

    /** 6,000 steps of one rounding each in a map that contracts onto the minima: the two differ by a few ulps of x. */
    private static final double MAP = 1e-12;

    @Test
    void descentStaysOnTheSliceAndIsTheRecursion() {
        double eta = 0.05;
        double x = 5;
        double y = 0.1;
        GradientDescent descent = new GradientDescent(ZHU, eta);
        State state = descent.start(new double[] {x, y, x, y});
        for (int t = 0; t < 6000; t++) {
            double r = eta * (1 - x * x * y * y);
            double nextX = x + r * x * y * y;
            y += r * x * x * y;
            x = nextX;
            descent.step(state);
            double[] w = state.parameters();
            assertThat(w[2]).isEqualTo(w[0]);
            assertThat(w[3]).isEqualTo(w[1]);
            assertThat(w[0]).isCloseTo(x, within(MAP * x));
            assertThat(w[1]).isCloseTo(y, within(MAP * x));
        }
    }

    @Test
    void sharpnessAtAMinimumOfTheSlice() {
        for (double x : new double[] {0.3, 1, 2, 10}) {
            double y = 1 / x;
            double[] w = {x, y, x, y};
            double expected = 2 * (x * x + y * y);
            assertThat(sharpness(w)).isCloseTo(expected, within(Tolerances.CLOSED_FORM * expected));
            assertThat(ZHU.gfsSharpness(w)).isCloseTo(expected, within(Tolerances.CLOSED_FORM * expected));
        }
    }

    /** Off the minima the antisymmetric directions, of curvature (1 − p)x² and (1 − p)y², can be sharper than the slice. */
    @Test
    void sharpnessOffTheSliceAtTheStart() {
        double p = 12.5 * 12.5 * 0.05 * 0.05;
        double expected = (1 - p) * 12.5 * 12.5;
        assertThat(sharpness(new double[] {12.5, 0.05, 12.5, 0.05}))
                .isCloseTo(expected, within(Tolerances.CLOSED_FORM * expected));
    }

    @Test
    void theFlowOfTwoEqualWeightsOfOppositeSignEndsInTheSaddle() {
        assertThat(new ScalarNetwork(2, 1).gfsSharpness(new double[] {0.7, -0.7}))
                .isNaN();
        assertThat(new ScalarNetwork(3, 1).gfsSharpness(new double[] {0, 0, 2})).isNaN();
    }

    /**
     * Of two weights with d = w₁² − w₂²: S = √(d² + 4t²). Of (x, y, x, y) with d = x² − y²: the flow ends at xy = √t, where S =
     * 2t√(d² + 4t).
     */
    @Test
    void gfsSharpnessAtAnyScale() {
        SplittableRandom random = new SplittableRandom(5);
        assertThat(new ScalarNetwork(2, 1).gfsSharpness(new double[] {1e-200, 1e-200}))
                .isEqualTo(2);
        assertThat(new ScalarNetwork(2, 1).gfsSharpness(new double[] {-1e-200, 1e-200}))
                .isNaN();
        assertThat(new ScalarNetwork(2, 1).gfsSharpness(new double[] {1e200, 1e200}))
                .isEqualTo(2);
        for (int i = 0; i < 2000; i++) {
            double a = Math.pow(10, random.nextDouble(-250, 250));
            double b =
                    random.nextInt(3) == 0 ? a * random.nextDouble(0.5, 2) : Math.pow(10, random.nextDouble(-250, 250));
            double t = random.nextBoolean() ? 1 : Math.pow(10, random.nextDouble(-140, 140));
            double d = (a - b) * (a + b);
            double two = Math.hypot(d, 2 * t);
            assertThat(new ScalarNetwork(2, t).gfsSharpness(new double[] {a, b}))
                    .isCloseTo(two, within(1e-12 * two));
            double four = 2 * t * Math.hypot(d, 2 * Math.sqrt(t));
            if (four < Double.POSITIVE_INFINITY) {
                assertThat(new ScalarNetwork(4, t).gfsSharpness(new double[] {a, b, a, b}))
                        .isCloseTo(four, within(1e-12 * four));
            }
        }
    }

    private static double sharpness(double[] w) {
        return new DenseEigenSolver()
                .largest(ZHU.hessian(w), 1, EigenPairs.NONE)
                .largest();
    }
}
