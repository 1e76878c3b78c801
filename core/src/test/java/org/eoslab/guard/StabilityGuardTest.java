package org.eoslab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.guard.StabilityGuard.Response;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.objective.AutoDiffObjective;
import org.eoslab.objective.Objective;
import org.eoslab.run.Simulation;
import org.hipparchus.util.FastMath;
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

    /** L = cosh(w): its sharpness is cosh(w) too. */
    private static StabilityGuard following(double limit, long every) {
        Objective loss = AutoDiffObjective.of(1, w -> w[0].cosh());
        return new StabilityGuard(loss, new DirectEigenSolver(), every, limit, Response.FOLLOW);
    }

    private static double[] ofSharpness(double sharpness) {
        return new double[] {FastMath.acosh(sharpness)};
    }

    @Test
    void followingNeverExceedsTheLimitNorTheStepSizeThatTheLoopBeganWith() {
        StabilityGuard guard = following(2, 1);
        double eta = 0.1;
        int changes = 0;
        for (int t = 0; t < 1000; t++) {
            double sharpness = 30 + 29 * Math.cos(t / 50.0); // from 59 to 1 and back, three times
            double advised = guard.before(ofSharpness(sharpness), eta).eta();
            changes += advised == eta ? 0 : 1;
            eta = advised;
            assertThat(eta).isLessThanOrEqualTo(0.1);
            assertThat(eta * sharpness).isLessThanOrEqualTo(2 * (1 + 1e-12));
            assertThat(eta == 0.1 || eta * sharpness >= 0.7 * 2 * (1 - 1e-12)).isTrue();
        }
        assertThat(changes).isBetween(10, 100);
    }

    @Test
    void followingKeepsTheStepSizeBetweenTheTwoBounds() {
        StabilityGuard guard = following(2, 1);
        assertThat(guard.before(ofSharpness(30), 0.1).eta()).isCloseTo(0.06, within(1e-12)); // 0.9·2/30
        assertThat(guard.before(ofSharpness(24), 0.06).eta()).isEqualTo(0.06); // ηS = 1.44
        Advice raised = guard.before(ofSharpness(23), 0.06); // 1.38 < 1.4
        assertThat(raised.eta()).isCloseTo(1.8 / 23, within(1e-12));
        assertThat(raised.message())
                .startsWith("step 2: eta*S = 1.380 is below 2.000")
                .contains("raised to 0.07826");
        assertThat(guard.before(ofSharpness(1), raised.eta()).eta()).isEqualTo(0.1);
    }

    @Test
    void readsAtOnceWhereTheLoopRaisesItsStepSize() {
        StabilityGuard guard = guard(Response.LOWER);
        double[] w = {1, 1};
        assertThat(guard.before(w, 0.01).eta()).isEqualTo(0.01);
        assertThat(guard.before(w, 0.01).sharpness()).isNaN();
        assertThat(guard.before(w, 0.05).eta()).isCloseTo(1.8 / SHARPNESS, within(1e-12));
    }

    @Test
    void ofAPreconditionedRuleIsReadWhatItsPreconditionerLeaves() {
        double limit = Adaptive.limit(0.9); // 38
        StabilityGuard guard = new StabilityGuard(new Bowl(), new DenseEigenSolver(), 1, limit, Response.STOP);
        double[] w = {1, 1};
        Advice advice = guard.before(w, 1, new double[] {2, 1.0 / 37});
        assertThat(advice.sharpness()).isCloseTo(37, within(1e-10));
        assertThat(advice.stop()).isFalse();
        assertThat(guard.before(w, 1.03, new double[] {2, 1.0 / 37}).stop()).isTrue();
    }

    /** Heavy ball on curvature a is stable exactly while ηa ≤ 2 + 2β, Nesterov's rule while ηa ≤ (2 + 2β)/(1 + 2β). */
    @Test
    void theLimitsAreThoseAtWhichTheRulesTurn() {
        for (boolean nesterov : new boolean[] {false, true}) {
            for (double beta : new double[] {0, 0.3, 0.9}) {
                double eta = Momentum.limit(beta, nesterov) / SHARPNESS;
                for (double factor : new double[] {0.99, 1.01}) {
                    Momentum rule = new Momentum(new Bowl(), StepSize.constant(factor * eta), beta, nesterov);
                    State state = rule.start(new double[] {1, 0});
                    Simulation.advance(rule, state, 20_000);
                    assertThat(Math.abs(state.parameters()[0]) < 1).isEqualTo(factor < 1);
                }
            }
        }
    }
}
