package org.eoslab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.eoslab.guard.StabilityGuard.Response;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.junit.jupiter.api.Test;

/** On L = ½·a·w₁² + ½w₂², a = 50: gradient descent is stable exactly while η ≤ 2/50. */
class StabilityGuardTest {
    private static final double SHARPNESS = 50;

    /** The quadratic bowl. */
    private record Bowl() implements Objective {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] w) {
            return 0.5 * SHARPNESS * w[0] * w[0] + 0.5 * w[1] * w[1];
        }

        @Override
        public double gradient(double[] w, double[] gradient) {
            gradient[0] = SHARPNESS * w[0];
            gradient[1] = w[1];
            return value(w);
        }

        @Override
        public SymmetricOperator hessian(double[] w) {
            return new SymmetricOperator() {
                @Override
                public int dimension() {
                    return 2;
                }

                @Override
                public void apply(double[] x, double[] result) {
                    result[0] = SHARPNESS * x[0];
                    result[1] = x[1];
                }
            };
        }
    }

    private static StabilityGuard guard(Response response) {
        return new StabilityGuard(new Bowl(), new DenseEigenSolver(), 5, 2, response);
    }

    /** Somebody's loop. */
    private static double lossAfter(int steps, double eta, Response response) {
        StabilityGuard guard = guard(response);
        Bowl bowl = new Bowl();
        double[] w = {1, 1};
        double[] gradient = new double[2];
        for (int t = 0; t < steps; t++) {
            Advice advice = guard.before(w, eta);
            if (advice.stop()) {
                break;
            }
            eta = advice.eta();
            bowl.gradient(w, gradient);
            w[0] -= eta * gradient[0];
            w[1] -= eta * gradient[1];
        }
        return bowl.value(w);
    }

    @Test
    void saysNothingBelowTheThreshold() {
        Advice advice = guard(Response.STOP).before(new double[] {1, 1}, 0.999 * 2 / SHARPNESS);
        assertThat(advice.sharpness()).isEqualTo(SHARPNESS);
        assertThat(advice.stop()).isFalse();
        assertThat(advice.message()).isEmpty();
    }

    @Test
    void stopsJustAboveIt() {
        Advice advice = guard(Response.STOP).before(new double[] {1, 1}, 1.001 * 2 / SHARPNESS);
        assertThat(advice.stop()).isTrue();
        assertThat(advice.message()).startsWith("step 0: eta*S = 2.002 is above 2.000");
    }

    @Test
    void readsOnlyEverySoManySteps() {
        StabilityGuard guard = guard(Response.STOP);
        for (int t = 0; t < 11; t++) {
            Advice advice = guard.before(new double[] {1, 1}, 1);
            assertThat(advice.stop()).isEqualTo(t % 5 == 0);
        }
    }

    @Test
    void aLoopThatFollowsItConvergesWhereItWouldHaveDiverged() {
        assertThat(lossAfter(300, 0.05, Response.REPORT)).isGreaterThan(1e6);
        assertThat(lossAfter(300, 0.05, Response.LOWER)).isLessThan(1e-6);
        assertThat(lossAfter(300, 0.05, Response.STOP)).isEqualTo(new Bowl().value(new double[] {1, 1}));
    }
}
