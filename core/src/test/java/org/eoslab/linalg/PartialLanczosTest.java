package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.eoslab.linalg.LanczosTest.Spectrum;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the dense solver, matrices made with a known spectrum, and {@link Lanczos}. */
class PartialLanczosTest {
    private static final int PRODUCTS = 5000;

    @ParameterizedTest
    @EnumSource
    void findsTheLargestPairWithAndWithoutRestarts(Spectrum spectrum) {
        double top = Arrays.stream(spectrum.eigenvalues).max().orElseThrow();
        double scale = Arrays.stream(spectrum.eigenvalues).map(Math::abs).max().orElseThrow();
        for (long seed = 0; seed < 20; seed++) {
            SymmetricOperator operator =
                    SymmetricOperator.of(Matrices.withSpectrum(spectrum.eigenvalues, new SplittableRandom(seed)));
            for (int most : new int[] {16, 30, 100}) {
                EigenPairs pair = PartialLanczos.largest(operator, 1e-9, PRODUCTS, most, seed);
                assertThat(pair.converged())
                        .as("seed %d, %d vectors", seed, most)
                        .isTrue();
                assertThat(pair.largest()).isCloseTo(top, within(1e-8 * scale));
                double[] image = new double[operator.dimension()];
                operator.apply(pair.vectors()[0], image);
                Vectors.add(-pair.largest(), pair.vectors()[0], image);
                assertThat(Vectors.norm(pair.vectors()[0])).isCloseTo(1, within(1e-14));
                assertThat(Vectors.norm(image)).isCloseTo(pair.residuals()[0], within(1e-13 * scale));
            }
        }
    }

    /** Products good to single precision only, as of a network in it, and a spectrum as of one. */
    @Test
    void productsInSinglePrecisionDoNotMislead() {
        int n = 400;
        double[] spectrum = new double[n];
        Arrays.setAll(spectrum, i -> i < 9 ? 10.0 / (i + 1) : (i % 2 == 0 ? 0.1 : -0.05) * (n - i) / n);
        for (long seed = 0; seed < 20; seed++) {
            SymmetricOperator exact = SymmetricOperator.of(Matrices.withSpectrum(spectrum, new SplittableRandom(seed)));
            EigenPairs pair = PartialLanczos.largest(single(exact), 1e-4, PRODUCTS, 30, seed);
            assertThat(pair.converged()).isTrue();
            assertThat(pair.largest()).isCloseTo(10, within(1e-5));
        }
    }

    private static SymmetricOperator single(SymmetricOperator exact) {
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return exact.dimension();
            }

            @Override
            public double rounding() {
                return 0x1p-20;
            }

            @Override
            public void apply(double[] x, double[] result) {
                exact.apply(DoubleStream.of(x).map(v -> (float) v).toArray(), result);
                Arrays.setAll(result, i -> (float) result[i]);
            }
        };
    }

    /** Full orthogonality would save no product: what is lost between two re-orthogonalisations does not matter. */
    @Test
    void takesAsManyProductsAsTheLanczosMethodWithFullOrthogonality() {
        int n = 500;
        for (long seed = 0; seed < 10; seed++) {
            double[][] matrix = Matrices.random(n, new SplittableRandom(seed));
            SymmetricOperator operator = SymmetricOperator.of(matrix);
            EigenPairs full = new Lanczos(1e-6, PRODUCTS, seed).largest(operator, 1, EigenPairs.NONE);
            EigenPairs partial = PartialLanczos.largest(operator, 1e-6, PRODUCTS, 200, seed);
            assertThat(partial.largest()).isCloseTo(full.largest(), within(1e-9 * full.largest()));
            assertThat(partial.products()).isLessThanOrEqualTo(full.products() + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1, 1e200})
    void worksAtAnyScale(double scale) {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] matrix = Matrices.random(random.nextInt(1, 40), random);
            for (double[] row : matrix) {
                Vectors.scale(scale, row);
            }
            SymmetricOperator operator = SymmetricOperator.of(matrix);
            double exact =
                    new DenseEigenSolver().largest(operator, 1, EigenPairs.NONE).largest();
            EigenPairs pair = PartialLanczos.largest(operator, 1e-9, PRODUCTS, 50, seed);
            assertThat(pair.largest()).isCloseTo(exact, within(1e-8 * scale));
        }
    }

    @Test
    void zeroAndTheIdentityNeedNoMoreThanALook() {
        EigenPairs zero = PartialLanczos.largest(SymmetricOperator.of(new double[5][5]), 1e-6, 100, 16, 1);
        assertThat(zero.largest()).isZero();
        assertThat(zero.converged()).isTrue();
        double[][] identity = new double[5][5];
        for (int i = 0; i < 5; i++) {
            identity[i][i] = 1;
        }
        EigenPairs one = PartialLanczos.largest(SymmetricOperator.of(identity), 1e-6, 100, 16, 1);
        assertThat(one.largest()).isCloseTo(1, within(1e-15));
        assertThat(one.products()).isEqualTo(2);
    }

    @Test
    void saysWhenItHasNotConvergedOrThereIsNothingFinite() {
        double[] spectrum = new double[200];
        Arrays.setAll(spectrum, i -> 1 - 1e-4 * i);
        SymmetricOperator hard = SymmetricOperator.of(Matrices.withSpectrum(spectrum, new SplittableRandom(1)));
        EigenPairs pair = PartialLanczos.largest(hard, 1e-12, 10, 16, 1);
        assertThat(pair.converged()).isFalse();
        assertThat(pair.products()).isEqualTo(10);
        double[][] nan = new double[3][3];
        nan[1][2] = Double.NaN;
        assertThat(PartialLanczos.largest(SymmetricOperator.of(nan), 1e-6, 100, 16, 1)
                        .largest())
                .isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> PartialLanczos.largest(hard, 0, 10, 16, 1));
    }
}
