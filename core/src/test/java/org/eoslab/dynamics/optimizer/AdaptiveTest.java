package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveTest implements DynamicsContract {
    private static final double ETA = 0.01;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-3;

    private static Adaptive adam(Objective objective, double beta1) {
        return new Adaptive(objective, StepSize.constant(ETA), beta1, BETA2, EPSILON);
    }

    @Override
    public Adaptive dynamics() {
        return adam(new Minimalist(1, 0.1), 0.9);
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.3, 0.2};
    }

    /** Kingma & Ba 2015, algorithm 1, written with bias-corrected means instead of a preconditioner. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9})
    void isAdamAsPublished(double beta1) {
        Objective objective = new Minimalist(1, 0.1);
        Adaptive dynamics = adam(objective, beta1);
        State state = dynamics.start(start());
        double[] w = start();
        double[] m = new double[3];
        double[] v = new double[3];
        double[] g = new double[3];
        for (int t = 1; t <= 50; t++) {
            objective.gradient(w, g);
            for (int i = 0; i < 3; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
                double mHat = m[i] / (1 - Math.pow(beta1, t));
                double vHat = v[i] / (1 - Math.pow(BETA2, t));
                w[i] -= ETA * mHat / (Math.sqrt(vHat) + EPSILON);
            }
            dynamics.step(state);
            assertThat(state.parameters()).containsExactly(w, within(50 * Tolerances.CLOSED_FORM));
        }
    }

    /** With ν held in place by a long memory the rule is momentum in the preconditioned variables, with a sharp threshold. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void itsThresholdIsThatOfThePreconditionedSharpness(double beta1) {
        for (double share : new double[] {0.99, 1.01}) {
            double nu = 4;
            double threshold = (2 + 2 * beta1) / ((1 - beta1) * ETA);
            double curvature = share * threshold * (Math.sqrt(nu) + EPSILON);
            Objective objective = new Quadratic(curvature, curvature / 3);
            Adaptive dynamics = new Adaptive(objective, StepSize.constant(ETA), beta1, 1 - Tolerances.ULP, EPSILON);
            double start = 1e-6;
            State state = new State(new double[] {start, start}, new double[] {0, 0, nu, nu}, Long.MAX_VALUE / 2, 0);
            double preconditioned = new DenseEigenSolver()
                    .largest(
                            dynamics.preconditioned(dynamics.objective().hessian(state.parameters()), state),
                            1,
                            EigenPairs.NONE)
                    .largest();
            assertThat(dynamics.stabilityThreshold(state)).isEqualTo(threshold);
            assertThat(preconditioned).isCloseTo(share * threshold, within(1e-9 * threshold));
            for (int t = 0; t < 400; t++) {
                dynamics.step(state);
            }
            if (share < 1) {
                assertThat(Math.abs(state.parameters()[0])).isLessThan(start);
            } else {
                assertThat(Math.abs(state.parameters()[0])).isGreaterThan(10 * start);
            }
        }
    }

    @Test
    void thePreconditionedHessianHasTheEigenvaluesOfPInverseH() {
        Minimalist objective = new Minimalist(1, 0.1);
        Adaptive dynamics = adam(objective, 0.9);
        State state = dynamics.start(start());
        DynamicsContract.advance(dynamics, state, 20);
        EigenPairs top = new DenseEigenSolver()
                .largest(
                        dynamics.preconditioned(dynamics.objective().hessian(state.parameters()), state),
                        1,
                        EigenPairs.NONE);
        double[] p = dynamics.preconditioner(state);
        double[] u = new double[3];
        for (int i = 0; i < 3; i++) {
            u[i] = top.vectors()[0][i] / Math.sqrt(p[i]);
        }
        double[] product = new double[3];
        objective.hessian(state.parameters()).apply(u, product);
        for (int i = 0; i < 3; i++) {
            assertThat(product[i] / p[i]).isCloseTo(top.largest() * u[i], within(1e-10));
        }
    }
}
