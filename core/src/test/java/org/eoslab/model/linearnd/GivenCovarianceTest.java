package org.eoslab.model.linearnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any covariance, teacher and start of a file: a rotation of all three is the rotated run. */
class GivenCovarianceTest {
    private static final double ROTATED = 1e-9;

    private static RealMatrix rotation(int d, long seed) {
        Random random = new Random(seed);
        double[][] gaussian = new double[d][d];
        for (double[] row : gaussian) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return new QRDecomposition(new Array2DRowRealMatrix(gaussian)).getQ();
    }

    private static Table run(RealMatrix q, double[][] covariance, double[] teacher, double[] w, long steps) {
        RealMatrix sigma = q.multiply(new Array2DRowRealMatrix(covariance)).multiplyTransposed(q);
        return run(sigma.getData(), q.operate(teacher), q.operate(w), steps);
    }

    private static Table run(double[][] covariance, double[] teacher, double[] w, long steps) {
        Map<String, Object> file = new HashMap<>();
        file.put("model", "linear-nd");
        file.put(
                "covariance",
                Arrays.stream(covariance)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
        file.put("teacher", Arrays.stream(teacher).boxed().toList());
        file.put("w", Arrays.stream(w).boxed().toList());
        file.put("steps", steps);
        Experiment experiment = Catalogue.load().experiment(file);
        Experiment again = Catalogue.load().experiment(experiment.toMap());
        assertThat(again.settings()).isEqualTo(experiment.settings());
        return Run.of(again, Recording.ALL, List.of()).trajectory().table();
    }

    private static void assertRotated(RealMatrix q, Table actual, Table expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        int d = q.getColumnDimension();
        for (int row = 0; row < actual.rows(); row++) {
            for (String column : List.of("alpha", "beta1", "beta2", "loss", "sharpness", "gfsSharpness")) {
                assertThat(actual.get(column, row))
                        .as("%s at %d", column, row)
                        .isCloseTo(expected.get(column, row), within(ROTATED));
            }
            double[] w = new double[d];
            double[] rotated = new double[d];
            for (int i = 0; i < d; i++) {
                w[i] = expected.get("w" + (i + 1), row);
                rotated[i] = actual.get("w" + (i + 1), row);
            }
            assertThat(new ArrayRealVector(q.operate(w)).getLInfDistance(new ArrayRealVector(rotated)))
                    .isLessThan(ROTATED);
        }
    }

    /** The paper's figure 1 in two and in five dimensions, where the other four variances are one. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theRotatedPaperIsThePaper(int d) {
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            covariance[i][i] = i == 0 ? 1 : 0.001;
        }
        double[] teacher = new double[d];
        teacher[1] = 1;
        double[] w = new double[d];
        w[0] = 0.005;
        w[1] = 0.2;
        Table plain = run(covariance, teacher, w, 6000);
        Catalogue catalogue = Catalogue.load();
        Table canonical = Run.of(catalogue.experiment(catalogue.preset("canonical")), Recording.ALL, List.of())
                .trajectory()
                .table();
        for (String column : List.of("alpha", "beta1", "beta2", "loss", "sharpness")) {
            for (int row = 0; row <= 6000; row++) {
                assertThat(plain.get(column, row)).isCloseTo(canonical.get(column, row), within(1e-10));
            }
        }
        for (long seed = 0; seed < 5; seed++) {
            RealMatrix q = rotation(d, seed);
            assertRotated(q, run(q, covariance, teacher, w, 6000), plain);
        }
    }

    /** A teacher that is no eigenvector. */
    @Test
    void anyRotationIsTheRotatedRun() {
        double[][] covariance = {{1, 0.1, 0.02}, {0.1, 0.3, 0.05}, {0.02, 0.05, 0.1}};
        double[] teacher = {0.1, 0.7, -0.4};
        double[] w = {0.3, 0.2, 0.1};
        Table plain = run(covariance, teacher, w, 2000);
        for (long seed = 0; seed < 5; seed++) {
            RealMatrix q = rotation(3, seed);
            assertRotated(q, run(q, covariance, teacher, w, 2000), plain);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2], [3, 4]] | [1, 0] | [1, 0] | covariance: [[1, 2], [3, 4]] is not allowed; it must be a symmetric matrix of numbers such as [[1, 0.1], [0.1, 0.5]], from 2 by 2 on",
                "[[1, 0, 0], [0, 1, 0]] | [1, 0] | [1, 0] | covariance: [[1, 0, 0], [0, 1, 0]] is not allowed; it must be a symmetric matrix of numbers such as [[1, 0.1], [0.1, 0.5]], from 2 by 2 on",
                "[[1]] | [1] | [1] | covariance: [[1]] is not allowed; it must be a symmetric matrix of numbers such as [[1, 0.1], [0.1, 0.5]], from 2 by 2 on",
                "[[1, 2], [2, 1]] | [1, 0] | [1, 0] | covariance: [[1, 2], [2, 1]] is not allowed; it must be positive definite, and its smallest eigenvalue is -0.99",
                "[[1, 0], [0, 1]] | [1, 0, 0] | [1, 0] | teacher: 3 numbers are given and the covariance has 2 inputs",
                "[[1, 0], [0, 1]] | [1, x] | [1, 0] | teacher: [1, x] is not allowed; it must be numbers such as [1, 0.5]",
                "[[1, 0], [0, 1]] | [1, 0] | [1] | w: 1 numbers are given and the covariance has 2 inputs"
            })
    void refusesInOneLine(String covariance, String teacher, String w, String message) {
        assertThatThrownBy(() -> Catalogue.load()
                        .experiment(Map.of("model", "linear-nd", "covariance", covariance, "teacher", teacher, "w", w))
                        .build())
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }
}
