package org.eoslab.model.minimalist.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.junit.jupiter.api.Test;

class MinimalistConstrainedTest implements DynamicsContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final MinimalistConstrained DYNAMICS = new MinimalistConstrained(MODEL, 3.2);

    @Override
    public Dynamics dynamics() {
        return DYNAMICS;
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0, 0.2};
    }

    @Test
    void atTheBoundTheResidualShrinksByOneMinusTwoR() {
        State state = DYNAMICS.start(new double[] {DYNAMICS.alphaBound(), 0, 0.2});
        double residual = 1 - DYNAMICS.alphaBound() * 0.2;
        for (int t = 1; t <= 3000; t++) {
            DYNAMICS.step(state);
            double exact = residual * Math.exp(t * Math.log1p(-2 * MODEL.lambda2() / MODEL.lambda1()));
            double actual = 1 - state.parameters()[Minimalist.ALPHA] * state.parameters()[Minimalist.BETA2];
            assertThat(actual).isCloseTo(exact, within(t * Tolerances.ULP));
        }
    }

    @Test
    void theStableSetLiesInDamians() {
        for (double alpha = 0.05; alpha <= DYNAMICS.alphaBound(); alpha += 0.05) {
            for (double beta2 = 0.1; beta2 < 6; beta2 += 0.1) {
                double[] w = {alpha, 0, beta2};
                EigenPairs top = new DenseEigenSolver().largest(MODEL.hessian(w), 1, EigenPairs.NONE);
                if (DYNAMICS.slack(alpha, beta2) >= 0 && DYNAMICS.dominance(alpha, beta2) > 0) {
                    assertThat(top.largest()).isLessThanOrEqualTo(2 / 3.2 + Tolerances.CLOSED_FORM);
                    assertThat(Math.abs(top.vectors()[0][Minimalist.BETA1])).isCloseTo(1, within(1e-12));
                }
                if (DYNAMICS.dominance(alpha, beta2) > 0) {
                    assertThat(Math.abs(top.vectors()[0][Minimalist.BETA1])).isCloseTo(1, within(1e-12));
                }
            }
        }
    }
}
