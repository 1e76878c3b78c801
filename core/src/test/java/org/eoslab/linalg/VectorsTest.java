package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Norms, means and densities of any scale: times a power of two they are the same digits. */
class VectorsTest {
    private static final int[] EXPONENTS = {-1000, -830, -600, -490, -470, 490, 600, 830, 1000};

    @Test
    void normsNeitherOverflowNorVanish() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 1; n < 40; n++) {
            double[] x = random.doubles(n, -1, 1).toArray();
            double norm = Vectors.norm(x);
            for (int exponent : EXPONENTS) {
                double factor = Math.scalb(1.0, exponent);
                double scaled =
                        Vectors.norm(Arrays.stream(x).map(v -> factor * v).toArray());
                assertThat(scaled / factor).as("2^%d", exponent).isCloseTo(norm, within(4e-16 * norm));
            }
        }
    }

    @Test
    void theNormOfNothingAndOfWhatIsNotFinite() {
        assertThat(Vectors.norm(new double[] {0, -0.0, 0})).isZero();
        assertThat(Vectors.norm(new double[] {3, Double.NEGATIVE_INFINITY})).isInfinite();
        assertThat(Vectors.norm(new double[] {3, Double.NaN, Double.POSITIVE_INFINITY}))
                .isNaN();
        assertThat(Vectors.norm(new double[] {3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE}))
                .isEqualTo(5 * Double.MIN_VALUE);
    }

    @Test
    void meansNeitherOverflowNorVanish() {
        SplittableRandom random = new SplittableRandom(2);
        double[] samples = random.doubles(10, -1, 1).toArray();
        Estimate plain = Estimate.mean(0, samples, 3);
        for (int exponent : EXPONENTS) {
            double factor = Math.scalb(1.0, exponent);
            Estimate scaled =
                    Estimate.mean(0, Arrays.stream(samples).map(v -> factor * v).toArray(), 3);
            assertThat(scaled.value()).isEqualTo(factor * plain.value());
            assertThat(scaled.standardError()).isEqualTo(factor * plain.standardError());
        }
    }

    @Test
    void densitiesNeitherOverflowNorVanish() {
        int n = 30;
        SplittableRandom random = new SplittableRandom(3);
        double[][] matrix = Matrices.withSpectrum(random.doubles(n, -1, 3).toArray(), random);
        SpectralDensity plain = SpectralDensity.of(SymmetricOperator.of(matrix), 2, 8, 4);
        for (int exponent : EXPONENTS) {
            double factor = Math.scalb(1.0, exponent);
            double[][] scaled = Arrays.stream(matrix)
                    .map(row -> Arrays.stream(row).map(v -> factor * v).toArray())
                    .toArray(double[][]::new);
            SpectralDensity density = SpectralDensity.of(SymmetricOperator.of(scaled), 2, 8, 4);
            for (int k = 0; k < 2; k++) {
                for (int i = 0; i < 8; i++) {
                    assertThat(density.nodes()[k][i] / factor).isCloseTo(plain.nodes()[k][i], within(1e-12));
                    assertThat(density.weights()[k][i]).isCloseTo(plain.weights()[k][i], within(1e-12));
                }
            }
        }
    }
}
