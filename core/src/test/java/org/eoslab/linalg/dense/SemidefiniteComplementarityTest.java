package org.eoslab.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.SemidefiniteComplementarity.Solution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the scalar closed form, and the optimality conditions, which are sufficient because the problem is convex. */
class SemidefiniteComplementarityTest {
    /** The natural residual's 1e-13, times a condition of a thousand. */
    private static final double CONDITIONS = 1e-10;

    @Test
    void theScalarCaseIsAClosedForm() {
        Random random = new Random(1);
        for (int trial = 0; trial < 400; trial++) {
            double a = Math.exp(random.nextGaussian() * 5);
            double b = random.nextGaussian();
            Solution solution = SemidefiniteComplementarity.solve(1, new double[][] {{a}}, new double[] {b});
            double exact = Math.max(0, -b / a);
            assertThat(solution.converged()).isTrue();
            assertThat(solution.x()[0][0]).isCloseTo(exact, within(1e-12 * exact));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void meetsTheOptimalityConditions(int order) {
        Random random = new Random(order);
        int n = order * (order + 1) / 2;
        for (int trial = 0; trial < 40; trial++) {
            double[][] a = gram(random, n, n + 2);
            double[] b = random.doubles(n, -1, 1).toArray();
            assertConditions(a, b, SemidefiniteComplementarity.solve(order, a, b));
        }
    }

    /** A of rank 4 on matrices of order 4: X is not unique, and Newton's matrix is singular. */
    @Test
    void findsOneOfManySolutions() {
        Random random = new Random(4);
        for (int trial = 0; trial < 40; trial++) {
            double[][] a = gram(random, 10, 4);
            double[] known = SemidefiniteComplementarity.coordinates(gram(random, 4, 2));
            double[] b = new double[10];
            for (int p = 0; p < b.length; p++) {
                b[p] = -Vectors.dot(a[p], known);
            }
            assertConditions(a, b, SemidefiniteComplementarity.solve(4, a, b));
        }
    }

    @Test
    void saysWhenThereIsNoSolution() {
        Solution solution = SemidefiniteComplementarity.solve(1, new double[][] {{0}}, new double[] {-1});
        assertThat(solution.converged()).isFalse();
    }

    private static void assertConditions(double[][] a, double[] b, Solution solution) {
        assertThat(solution.converged()).as("residual %g", solution.residual()).isTrue();
        double[] x = SemidefiniteComplementarity.coordinates(solution.x());
        double[] m = b.clone();
        for (int p = 0; p < b.length; p++) {
            m[p] += Vectors.dot(a[p], x);
        }
        double size = 1 + Vectors.norm(x);
        assertThat(smallest(solution.x())).isGreaterThanOrEqualTo(-CONDITIONS * size);
        assertThat(smallest(SemidefiniteComplementarity.matrix(solution.x().length, m)))
                .isGreaterThanOrEqualTo(-CONDITIONS * size);
        assertThat(Vectors.dot(x, m)).isCloseTo(0, within(CONDITIONS * size * size));
    }

    private static double[][] gram(Random random, int n, int rank) {
        double[][] factors = new double[n][];
        for (int p = 0; p < n; p++) {
            factors[p] = random.doubles(rank, -1, 1).toArray();
        }
        double[][] gram = new double[n][n];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                gram[p][q] = Vectors.dot(factors[p], factors[q]);
            }
        }
        return gram;
    }

    private static double smallest(double[][] matrix) {
        double[] values = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix)).getEigenvalues();
        return Arrays.stream(values).min().orElseThrow();
    }
}
