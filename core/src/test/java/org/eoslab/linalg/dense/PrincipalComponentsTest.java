package org.eoslab.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eoslab.linalg.Vectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Oracle: Hipparchus' singular values of the centred points; distances, which a rotation leaves alone. */
class PrincipalComponentsTest {
    private static final int POINTS = 12;
    private static final int DIMENSION = 40;
    /** Rounding of 40 products near 1, squared away from the coordinates' scale: a thousand times 40·2⁻⁵². */
    private static final double ROUNDING = 1000 * DIMENSION * 0x1p-52;

    @Test
    void explainedSharesAreThoseOfTheSingularValues() {
        double[][] points = random(7, POINTS, DIMENSION);
        double[][] centred = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        for (int j = 0; j < DIMENSION; j++) {
            int column = j;
            double mean =
                    Arrays.stream(points).mapToDouble(p -> p[column]).average().orElseThrow();
            Arrays.stream(centred).forEach(p -> p[column] -= mean);
        }
        double[] singular =
                new SingularValueDecomposition(new Array2DRowRealMatrix(centred, false)).getSingularValues();
        double total = Arrays.stream(singular).map(s -> s * s).sum();
        double[] explained = PrincipalComponents.of(List.of(points), 3).explained();
        for (int k = 0; k < 3; k++) {
            assertThat(explained[k]).isCloseTo(singular[k] * singular[k] / total, within(ROUNDING));
        }
    }

    @Test
    void coordinatesAreProductsWithTheDirections() {
        List<double[]> points = List.of(random(5, POINTS, DIMENSION));
        PrincipalComponents seen = PrincipalComponents.of(points, 3);
        List<double[]> directions = seen.directions(points);
        for (int k = 0; k < 3; k++) {
            double[] direction = directions.get(k);
            for (int j = 0; j <= k; j++) {
                assertThat(Vectors.dot(direction, directions.get(j))).isCloseTo(j == k ? 1 : 0, within(ROUNDING));
            }
            double[] difference = points.get(4).clone();
            Vectors.add(-1, points.get(9), difference);
            assertThat(Vectors.dot(direction, difference))
                    .isCloseTo(seen.coordinates()[4][k] - seen.coordinates()[9][k], within(ROUNDING));
        }
    }

    @Test
    void pointsOnAPlaneKeepTheirDistances() {
        double[][] basis = random(1, 2, DIMENSION);
        double[][] weights = random(2, POINTS, 2);
        double[][] points = Arrays.stream(weights)
                .map(w -> IntStream.range(0, DIMENSION)
                        .mapToDouble(j -> 3 + w[0] * basis[0][j] + w[1] * basis[1][j])
                        .toArray())
                .toArray(double[][]::new);
        PrincipalComponents seen = PrincipalComponents.of(List.of(points), 3);
        assertThat(seen.explained()[0] + seen.explained()[1]).isCloseTo(1, within(ROUNDING));
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < i; j++) {
                double[] a = Arrays.copyOf(seen.coordinates()[i], 2);
                double[] b = Arrays.copyOf(seen.coordinates()[j], 2);
                assertThat(Vectors.distance(a, b)).isCloseTo(Vectors.distance(points[i], points[j]), within(ROUNDING));
            }
        }
    }

    @Test
    void lastPointIsOnThePositiveSide() {
        double[][] points = random(3, POINTS, DIMENSION);
        assertThat(PrincipalComponents.of(List.of(points), 3).coordinates()[POINTS - 1])
                .satisfies(row -> assertThat(Arrays.stream(row)).allMatch(x -> x >= 0));
    }

    @Test
    void asksForAsManyPointsAsDirections() {
        List<double[]> two = List.of(random(4, 2, DIMENSION));
        assertThatThrownBy(() -> PrincipalComponents.of(two, 3)).hasMessageContaining("between 1 and the 2 points");
    }

    private static double[][] random(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows)
                .mapToObj(i -> random.doubles(columns, -0.5, 0.5).toArray())
                .toArray(double[][]::new);
    }
}
