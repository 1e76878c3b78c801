package org.eoslab.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.eoslab.Tolerances;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the dense library solver. */
class DirectEigenSolverTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void agreesWithTheDenseSolver(int n) {
        for (long seed = 0; seed < 500; seed++) {
            SymmetricOperator operator = random(n, seed);
            EigenPairs direct = new DirectEigenSolver().largest(operator, 1, EigenPairs.NONE);
            double expected =
                    new DenseEigenSolver().largest(operator, 1, EigenPairs.NONE).largest();
            assertThat(direct.largest()).isCloseTo(expected, within(Tolerances.CLOSED_FORM * n));
            assertThat(direct.residuals()[0]).isLessThan(Tolerances.CLOSED_FORM * n);
            assertThat(direct.products()).isEqualTo(n);
            assertThat(direct.converged()).isTrue();
        }
    }

    /** Entries whose squares overflow or underflow, as on the way to divergence. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void scaleIsNoObstacle(int n) {
        for (double scale : new double[] {0x1p900, 0x1p-900}) {
            for (long seed = 0; seed < 20; seed++) {
                SymmetricOperator operator = random(n, seed);
                double expected = scale
                        * new DirectEigenSolver()
                                .largest(operator, 1, EigenPairs.NONE)
                                .largest();
                EigenPairs pairs = new DirectEigenSolver().largest(new Scaled(operator, scale), 1, EigenPairs.NONE);
                assertThat(pairs.largest()).isCloseTo(expected, within(Tolerances.CLOSED_FORM * n * scale));
                assertThat(pairs.residuals()[0]).isLessThan(Tolerances.CLOSED_FORM * n * scale);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void saysSoWhereTheOperatorIsNotFinite(int n) {
        SymmetricOperator infinite = new Scaled(random(n, 0), Double.POSITIVE_INFINITY);
        EigenPairs pairs = new DirectEigenSolver().largest(infinite, 1, EigenPairs.NONE);
        assertThat(pairs.largest()).isNaN();
        assertThat(pairs.converged()).isFalse();
    }

    /** Entries in [−1, 1]; the largest eigenvalue is negative for every third seed. */
    private static SymmetricOperator random(int n, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = a[j][i] = 2 * random.nextDouble() - 1;
            }
            a[i][i] -= seed % 3 == 0 ? n : 0;
        }
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public void apply(double[] x, double[] result) {
                for (int i = 0; i < n; i++) {
                    result[i] = 0;
                    for (int j = 0; j < n; j++) {
                        result[i] += a[i][j] * x[j];
                    }
                }
            }
        };
    }

    private record Scaled(SymmetricOperator operator, double factor) implements SymmetricOperator {
        @Override
        public int dimension() {
            return operator.dimension();
        }

        @Override
        public void apply(double[] x, double[] result) {
            operator.apply(x, result);
            for (int i = 0; i < result.length; i++) {
                result[i] *= factor;
            }
        }
    }
}
