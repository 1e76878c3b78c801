package org.eoslab.model.linearnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.eoslab.Tolerances;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.junit.jupiter.api.Test;

/** The spectral form against the definition with the matrix Σ. */
public class LinearNdTest {
    /** A random model: Σ = AAᵀ + ½I, a random teacher. */
    public static LinearNd random(int d, long seed) {
        return LinearNd.of(
                covariance(d, seed), new Random(seed + 1).doubles(d, -1, 1).toArray());
    }

    private static double[][] covariance(int d, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[d][];
        for (int i = 0; i < d; i++) {
            a[i] = random.doubles(d, -1, 1).toArray();
        }
        double[][] sigma = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                sigma[i][j] = i == j ? 0.5 : 0;
                for (int k = 0; k < d; k++) {
                    sigma[i][j] += a[i][k] * a[j][k];
                }
            }
        }
        return sigma;
    }

    @Test
    void valueIsTheQuadraticFormOfTheDefinition() {
        int d = 6;
        double[][] sigma = covariance(d, 2);
        double[] teacher = new Random(3).doubles(d, -1, 1).toArray();
        LinearNd model = LinearNd.of(sigma, teacher);
        for (long seed = 0; seed < 20; seed++) {
            double[] w = new Random(seed).doubles(d + 1, -1, 1).toArray();
            double expected = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    expected += 0.5 * (w[0] * w[1 + i] - teacher[i]) * sigma[i][j] * (w[0] * w[1 + j] - teacher[j]);
                }
            }
            assertThat(model.value(w)).isCloseTo(expected, within(Tolerances.CLOSED_FORM * d));
        }
    }

    @Test
    void inTwoDimensionsUnrotatedItIsTheMinimalistModel() {
        LinearNd model = new LinearNd(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 0.01}, new double[] {0, 1});
        Minimalist minimalist = new Minimalist(1, 0.01);
        double[] expected = new double[3];
        double[] actual = new double[3];
        for (long seed = 0; seed < 20; seed++) {
            double[] w = new Random(seed).doubles(3, 0.1, 1).toArray();
            double loss = minimalist.gradient(w, expected);
            assertThat(model.gradient(w, actual)).isCloseTo(loss, within(Tolerances.CLOSED_FORM));
            assertThat(actual).containsExactly(expected, within(Tolerances.CLOSED_FORM));
            double phi = minimalist.gfsSharpness(w[0], w[1], w[2]);
            assertThat(model.gfsSharpness(w)).isCloseTo(phi, within(Tolerances.CLOSED_FORM * phi));
        }
    }

    /** With w far longer than α and the teacher v, the flow ends at α² = v²/w², where the Hessian is vᵀΣv/α² along α and next to nothing else. */
    @Test
    void gfsSharpnessIsAClosedFormFarAway() {
        for (long seed = 0; seed < 20; seed++) {
            LinearNd model = random(8, seed);
            double along = 0;
            double teacher2 = 0;
            for (int k = 0; k < 8; k++) {
                along += model.variance(k) * model.teacher(k) * model.teacher(k);
                teacher2 += model.teacher(k) * model.teacher(k);
            }
            for (int exponent = 10; exponent <= 150; exponent += 5) {
                double[] w = new double[9];
                w[0] = 1;
                w[1 + (int) seed % 8] = Math.pow(10, exponent);
                double phi = along / teacher2 * Math.pow(10, 2 * exponent);
                assertThat(model.gfsSharpness(w)).isCloseTo(phi, within(Tolerances.CLOSED_FORM * phi));
            }
        }
    }

    @Test
    void refusesACovarianceThatIsNotPositive() {
        assertThatThrownBy(() -> LinearNd.of(new double[][] {{1, 2}, {2, 1}}, new double[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive");
    }
}
