package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.GradientObjective;
import org.eoslab.objective.Objective;
import org.junit.jupiter.api.Test;

class AffineTest {
    private static final SymmetricOperator A =
            SymmetricOperator.of(new double[][] {{2, 1}, {1, 2}}); // eigenvalues 3, 1

    @Test
    void hasTheEigenvaluesScaledAndShifted() {
        EigenPairs pairs = new DenseEigenSolver().largest(new Affine(A, -2, 5), 2, EigenPairs.NONE);
        assertThat(pairs.values()).containsExactly(new double[] {3, -1}, within(1e-14));
        assertThat(new DenseEigenSolver()
                        .largest(Affine.negative(A), 1, EigenPairs.NONE)
                        .largest())
                .isCloseTo(-1, within(1e-14));
    }

    /** Products by differences are off; what is made of them says so too. */
    @Test
    void theErrorOfAProductIsInWhateverIsMadeOfIt() {
        Objective loss = new GradientObjective(2, 0x1p-23, (w, gradient) -> {
            gradient[0] = (float) Math.sin(3 * w[0]);
            gradient[1] = (float) (w[1] * w[1]);
            return -Math.cos(3 * w[0]) / 3 + w[1] * w[1] * w[1] / 3;
        });
        double[] w = {0.4, 0.7};
        double[] x = {0.6, 0.8};
        SymmetricOperator hessian = loss.hessian(w);
        double error = hessian.error(x);
        assertThat(error).isPositive();
        assertThat(Affine.negative(hessian).error(x)).isEqualTo(error);
        assertThat(Decayed.of(loss, 0.1).hessian(w).error(x)).isEqualTo(error);
        Dynamics adam = new Adaptive(Decayed.of(loss, 0.1), StepSize.constant(0.1), 0.9, 0.99, 1e-3);
        assertThat(adam.preconditioned(hessian, adam.start(w)).error(x)).isPositive();
        EigenPairs top = PartialLanczos.largest(hessian, 1e-3, 50, 16, 0);
        assertThat(top.residuals()[0]).isGreaterThanOrEqualTo(hessian.error(top.vectors()[0]));
    }
}
