package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StabilityContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threshold is for the curvature of the loss without the decay, so a rule on a quadratic with decay leaves at it. */
class WeightDecayTest {
    private static final double ETA = 0.3;
    private static final double DECAY = 0.1;

    @Nested
    class OfGradientDescent implements StabilityContract {
        @Override
        public Dynamics on(Objective objective) {
            return new GradientDescent(Decayed.of(objective, DECAY), ETA);
        }
    }

    @Nested
    class OfPolyak implements StabilityContract {
        @Override
        public Dynamics on(Objective objective) {
            return Momentum.polyak(Decayed.of(objective, DECAY), StepSize.constant(ETA), 0.9);
        }
    }

    @Nested
    class OfNesterov implements StabilityContract {
        @Override
        public Dynamics on(Objective objective) {
            return Momentum.nesterov(Decayed.of(objective, DECAY), StepSize.constant(ETA), 0.9);
        }
    }

    @Nested
    class OfAdamW implements DynamicsContract {
        @Override
        public Dynamics dynamics() {
            return new Adaptive(new Minimalist(1, 0.1), StepSize.constant(0.01), 0.9, 0.99, 1e-3, 0.4);
        }

        @Override
        public double[] start() {
            return new double[] {0.7, 0.3, 0.2};
        }

        /** Loshchilov & Hutter 2019, algorithm 2, with the schedule multiplier 1 and the decay multiplied by the step size, as libraries have it. */
        @Test
        void isAdamWAsPublished() {
            Objective objective = new Minimalist(1, 0.1);
            State state = dynamics().start(start());
            double[] w = start();
            double[] m = new double[3];
            double[] v = new double[3];
            double[] g = new double[3];
            for (int t = 1; t <= 50; t++) {
                objective.gradient(w, g);
                for (int i = 0; i < 3; i++) {
                    m[i] = 0.9 * m[i] + 0.1 * g[i];
                    v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
                    double mHat = m[i] / (1 - Math.pow(0.9, t));
                    double vHat = v[i] / (1 - Math.pow(0.99, t));
                    w[i] = w[i] - 0.01 * 0.4 * w[i] - 0.01 * mHat / (Math.sqrt(vHat) + 1e-3);
                }
                dynamics().step(state);
                assertThat(state.parameters()).containsExactly(w, within(50 * Tolerances.CLOSED_FORM));
            }
        }

        /** With ν held in place by a long memory the rule is momentum with decay in the preconditioned variables. */
        @ParameterizedTest
        @ValueSource(doubles = {0, 0.5, 0.9})
        void leavesAtItsThreshold(double beta1) {
            double eta = 0.01;
            double decay = 60;
            double nu = 4;
            double epsilon = 1e-3;
            double threshold = (1 + beta1) * (2 - eta * decay) / ((1 - beta1) * eta);
            for (double share : new double[] {0.99, 1.01}) {
                double curvature = share * threshold * (Math.sqrt(nu) + epsilon);
                Adaptive dynamics = new Adaptive(
                        new Quadratic(curvature, curvature / 3),
                        StepSize.constant(eta),
                        beta1,
                        1 - Tolerances.ULP,
                        epsilon,
                        decay);
                double start = 1e-6;
                State state =
                        new State(new double[] {start, start}, new double[] {0, 0, nu, nu}, Long.MAX_VALUE / 2, 0);
                assertThat(dynamics.stabilityThreshold(state)).isCloseTo(threshold, within(1e-12 * threshold));
                DynamicsContract.advance(dynamics, state, 600);
                if (share < 1) {
                    assertThat(Math.abs(state.parameters()[0])).isLessThan(start);
                } else {
                    assertThat(Math.abs(state.parameters()[0])).isGreaterThan(10 * start);
                }
            }
        }
    }

    /** Coupled decay goes through the preconditioner, so the preconditioned Hessian has it. */
    @Test
    void thePreconditionedHessianOfAdamHasTheDecay() {
        Objective loss = new Quadratic(3, 1);
        Adaptive dynamics = new Adaptive(Decayed.of(loss, DECAY), StepSize.constant(0.01), 0.9, 0.99, 1e-3);
        State state = dynamics.start(new double[] {1, 1});
        double[] p = dynamics.preconditioner(state);
        double top = new DenseEigenSolver()
                .largest(dynamics.preconditioned(loss.hessian(state.parameters()), state), 1, EigenPairs.NONE)
                .largest();
        assertThat(top).isCloseTo(Math.max((3 + DECAY) / p[0], (1 + DECAY) / p[1]), within(1e-12 * top));
    }
}
