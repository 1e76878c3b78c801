package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the singular value decomposition. */
class OrthogonalisationTest {
    /** Ten to twenty products of numbers of size 1, and singular values that differ by 100. */
    private static final double ROUNDING = 1e-10;

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "7,1", "4,4", "3,9", "9,3", "20,31"})
    void isThePolarFactor(int rows, int columns) {
        Random random = new Random(rows * 100 + columns);
        double[] x = random.doubles(rows * columns + 2, -1e-5, 1e-5).toArray();
        double[] result = new double[x.length];
        Orthogonalisation.apply(x, 1, rows, columns, result);
        RealMatrix matrix = matrix(x, rows, columns);
        SingularValueDecomposition parts = new SingularValueDecomposition(matrix);
        RealMatrix expected = parts.getU().multiply(parts.getVT());
        assertThat(expected.subtract(matrix(result, rows, columns)).getFrobeniusNorm())
                .isLessThan(ROUNDING);
        assertThat(result[0]).isZero();
        assertThat(result[result.length - 1]).isZero();
        double dual = Vectors.dot(x, result);
        double sum = Arrays.stream(parts.getSingularValues()).sum();
        assertThat(dual).isCloseTo(sum, within(ROUNDING * sum));
    }

    /** UVᵀ of rank one, and nothing of nothing. */
    @ParameterizedTest
    @CsvSource({"2,3", "3,2"})
    void keepsWhatIsZero(int rows, int columns) {
        double[] x = new double[rows * columns];
        double[] result = new double[x.length];
        Orthogonalisation.apply(x, 0, rows, columns, result);
        assertThat(result).containsOnly(0);
        for (int i = 0; i < rows; i++) {
            x[i * columns] = 3;
        }
        Orthogonalisation.apply(x, 0, rows, columns, result);
        for (int i = 0; i < x.length; i++) {
            assertThat(result[i]).isCloseTo(i % columns == 0 ? 1 / Math.sqrt(rows) : 0, within(ROUNDING));
        }
    }

    private static RealMatrix matrix(double[] x, int rows, int columns) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        int offset = x.length == rows * columns ? 0 : 1;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.setEntry(i, j, x[offset + i * columns + j]);
            }
        }
        return matrix;
    }
}
