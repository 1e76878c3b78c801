package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.junit.jupiter.api.Test;

/** Of a network of which only gradients are shown, in either precision, beside the exact products of the same network. */
class GradientObjectiveTest implements ObjectiveContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(4, 20, 6);

    @Override
    public Objective objective() {
        return GradientObjective.of(NETWORK.dimension(), NETWORK::gradient);
    }

    /** Products are good to ε^⅔, and symmetric no better. */
    @Override
    public double symmetryTolerance() {
        return 1e-9;
    }

    /** The same gradients rounded to single precision. */
    private static Objective single() {
        return new GradientObjective(NETWORK.dimension(), 0x1p-23, (w, gradient) -> {
            double loss = NETWORK.gradient(w, gradient);
            Arrays.setAll(gradient, i -> (float) gradient[i]);
            return loss;
        });
    }

    @Test
    void theResidualBoundsTheErrorOfTheEigenvalueWhateverTheRounding() {
        int n = NETWORK.dimension();
        for (Objective objective : new Objective[] {objective(), single()}) {
            for (EigenSolver solver : new EigenSolver[] {new DenseEigenSolver(), Lanczos.seeded(1)}) {
                for (long seed = 0; seed < 60; seed++) {
                    double[] w = new Random(seed).doubles(n, -2, 2).toArray();
                    double exact = new DenseEigenSolver()
                            .largest(NETWORK.hessian(w), 1, EigenPairs.NONE)
                            .largest();
                    EigenPairs found = solver.largest(objective.hessian(w), 1, EigenPairs.NONE);
                    assertThat(Math.abs(found.largest() - exact))
                            .as("seed %d, %s", seed, solver)
                            .isLessThanOrEqualTo(found.residuals()[0]);
                    assertThat(found.residuals()[0]).isLessThan(2e-2 * exact);
                }
            }
        }
    }

    @Test
    void theErrorOfAProductIsNeitherHiddenNorExaggerated() {
        double worst = 0;
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] w = random.doubles(NETWORK.dimension(), -1, 1).toArray();
            double[] x = random.doubles(NETWORK.dimension(), -1, 1).toArray();
            Vectors.scale(1 / Vectors.norm(x), x);
            double[] exact = new double[x.length];
            double[] found = new double[x.length];
            NETWORK.hessian(w).apply(x, exact);
            single().hessian(w).apply(x, found);
            double error = Vectors.distance(exact, found);
            double said = single().hessian(w).error(x);
            assertThat(said).isGreaterThan(error / 3);
            worst = Math.max(worst, said / error);
        }
        assertThat(worst).isLessThan(100);
    }

    @Test
    void exactProductsHaveNoError() {
        double[] w = point(3);
        assertThat(NETWORK.hessian(w).error(w)).isZero();
        EigenPairs plain = new DirectEigenSolver().largest(NETWORK.hessian(w), 1, EigenPairs.NONE);
        assertThat(plain.residuals()[0]).isLessThan(1e-12);
    }
}
