package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;

/** What defines a decomposition, on matrices that the library alone does not get through. */
class SymmetricDecompositionTest {
    private static final int N = 40;
    private static final double ROUNDING = 10 * N * 0x1p-52;

    /** Entries of the size sᵢsⱼ, with s from 1e-9 to 1 in ascending order. */
    private static double[][] graded(double scale, SplittableRandom random) {
        double[] sizes =
                random.doubles(N, -9, 0).map(x -> Math.pow(10, x)).sorted().toArray();
        double[][] matrix = Matrices.random(N, random);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                matrix[i][j] *= scale * (sizes[i] * sizes[j]);
            }
        }
        return matrix;
    }

    private static boolean failsAlone(double[][] matrix) {
        try {
            return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix)).getEigenvalues().length != N;
        } catch (MathIllegalStateException e) {
            return true;
        }
    }

    @Test
    void decomposesWhereTheLibraryAloneDoesNotEnd() {
        int failures = 0;
        for (double scale : new double[] {1, 1e-250, 1e250}) {
            for (long seed = 0; seed < 200; seed++) {
                double[][] matrix = graded(scale, new SplittableRandom(seed));
                double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
                SymmetricDecomposition eigen = Objects.requireNonNull(SymmetricDecomposition.of(copy));
                assertDecomposes(eigen, matrix, scale);
                failures += failsAlone(matrix) ? 1 : 0;
            }
        }
        assertThat(failures).isPositive();
    }

    private static void assertDecomposes(SymmetricDecomposition eigen, double[][] matrix, double scale) {
        double[] values = eigen.values();
        double[][] vectors = eigen.vectors();
        double trace = 0;
        double sum = 0;
        for (int i = 0; i < N; i++) {
            trace += matrix[i][i];
            sum += values[i];
            assertThat(eigen.value(i)).isEqualTo(values[i]);
            assertThat(eigen.vector(i)).isEqualTo(vectors[i]);
            assertThat(eigen.residual(i)).isLessThan(ROUNDING * scale);
            assertThat(values[i]).isLessThanOrEqualTo(i == 0 ? Double.MAX_VALUE : values[i - 1]);
            for (int j = 0; j <= i; j++) {
                assertThat(Vectors.dot(vectors[i], vectors[j])).isCloseTo(i == j ? 1 : 0, within(ROUNDING));
            }
        }
        assertThat(sum).isCloseTo(trace, within(ROUNDING * scale));
    }

    @Test
    void hasNothingToSayOfWhatIsNotFinite() {
        assertThat(SymmetricDecomposition.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
                .isNull();
        assertThat(SymmetricDecomposition.of(new double[][] {{Double.POSITIVE_INFINITY}}))
                .isNull();
        assertThat(Objects.requireNonNull(SymmetricDecomposition.of(new double[2][2]))
                        .values())
                .containsOnly(0);
    }
}
