package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra with copies, below zero, of any scale and of low rank. Oracle: the spectrum that the operator was made with. */
class LanczosSpectraTest {
    private static final double SINGLE = 0x1p-20;
    private static final double DOUBLE = 0x1p-48;
    /** Products of these operators, and values made of them, relative to the norm: a hundred roundings. */
    private static final double ROUNDING = 100 * 0x1p-52;

    /** HDH with a Householder reflection H, its products rounded to a precision. */
    private record Reflected(double[] spectrum, double[] normal, double rounding) implements SymmetricOperator {
        @Override
        public int dimension() {
            return spectrum.length;
        }

        @Override
        public void apply(double[] x, double[] result) {
            double[] z = x.clone();
            reflect(z);
            Arrays.setAll(z, i -> spectrum[i] * z[i]);
            reflect(z);
            Arrays.setAll(result, i -> rounding == SINGLE ? rounded(z[i]) : z[i]);
        }

        private void reflect(double[] z) {
            Vectors.add(-2 * Vectors.dot(normal, z), normal, z);
        }

        /** To 24 digits, at any exponent. */
        private static double rounded(double x) {
            int exponent = Math.getExponent(x);
            return exponent < Double.MIN_EXPONENT ? x : Math.scalb((double) (float) Math.scalb(x, -exponent), exponent);
        }
    }

    private static double[] descending(double[] values) {
        return Arrays.stream(values).map(x -> -x).sorted().map(x -> -x).toArray();
    }

    /** Blocks of equal eigenvalues, of any sign; with a sign below zero there is no zero among them. */
    private static double[] blocks(int n, SplittableRandom random) {
        int sign = random.nextInt(3) - 1;
        double[] spectrum = new double[n];
        int next = 0;
        while (next < n) {
            int copies = random.nextInt(4) == 0 ? random.nextInt(1, Math.max(2, n / 2)) : random.nextInt(1, 12);
            double size = 100 * random.nextDouble();
            double value = sign == 0 ? 2 * size - 100 : sign * size;
            double chosen = sign >= 0 && random.nextInt(6) == 0 ? 0 : value;
            int to = Math.min(n, next + copies);
            Arrays.fill(spectrum, next, to, chosen);
            next = to;
        }
        return spectrum;
    }

    @Test
    void findsEveryCopyColdAndWarmInEitherPrecisionAtAnyScale() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(3, 300);
            double rounding = random.nextBoolean() ? SINGLE : DOUBLE;
            double tolerance = random.nextBoolean() ? 1e-3 : 1e-6;
            int exponent = random.nextBoolean() ? random.nextInt(-830, 830) : 0;
            double[] spectrum = Arrays.stream(blocks(n, random))
                    .map(x -> Math.scalb(x, exponent))
                    .toArray();
            double[] exact = descending(spectrum);
            double norm = Math.max(Math.abs(exact[0]), Math.abs(exact[n - 1]));
            SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), rounding);
            for (int count : new int[] {1, 2, 3, Math.min(n, 12)}) {
                EigenPairs pairs = EigenPairs.NONE;
                for (int reading = 0; reading < 3; reading++) {
                    pairs = new Lanczos(tolerance, 1000, seed).at(reading).largest(operator, count, pairs);
                    String which = "seed " + seed + ", " + count + " pairs, reading " + reading;
                    assertThat(pairs.converged()).as(which).isTrue();
                    for (int i = 0; i < count; i++) {
                        double known = pairs.residuals()[i] + Math.max(2 * rounding, ROUNDING) * norm;
                        assertThat(pairs.values()[i]).as(which).isCloseTo(exact[i], within(known));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-250, 1e-200, 1e-30, 1, 1e200, 1e250})
    void aMatrixOfAnyScaleHasItsLargestEigenvalue(double scale) {
        double[][] matrix = {{scale, 0, 0}, {0, 2 * scale, 0}, {0, 0, 3 * scale}};
        EigenPairs pairs = Lanczos.seeded(1).largest(SymmetricOperator.of(matrix), 1, EigenPairs.NONE);
        EigenPairs again = Lanczos.seeded(2).largest(SymmetricOperator.of(matrix), 2, pairs);
        assertThat(pairs.converged()).isTrue();
        assertThat(pairs.largest() / scale).isCloseTo(3, within(1e-6));
        assertThat(again.values()[0] / scale).isCloseTo(3, within(1e-6));
        assertThat(again.values()[1] / scale).isCloseTo(2, within(1e-6));
    }

    /** A spectrum from 0 down: where nothing was seen, an eigenvalue of 0 would be above everything. */
    @ParameterizedTest
    @CsvSource({"1, -100, 0", "-1, -100, -1", "-1, -100, -20"})
    void topsBelowZeroAreReadWarmForNoMoreThanCold(double top, double low, double high) {
        int n = 2000;
        for (long seed = 0; seed < 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] spectrum = random.doubles(n, low, high).toArray();
            spectrum[n / 2] = top;
            SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), DOUBLE);
            EigenPairs pairs = Lanczos.seeded(seed).largest(operator, 1, EigenPairs.NONE);
            int cold = pairs.products();
            double exact = descending(spectrum)[0];
            for (int reading = 1; reading <= 4; reading++) {
                pairs = Lanczos.seeded(seed).at(reading).largest(operator, 1, pairs);
                assertThat(pairs.converged()).isTrue();
                assertThat(pairs.largest()).isCloseTo(exact, within(pairs.residuals()[0]));
                assertThat(pairs.products()).as("seed %d, cold %d", seed, cold).isLessThanOrEqualTo(cold);
            }
        }
    }

    /** Beyond the rank there is nothing but rounding to find. */
    @ParameterizedTest
    @ValueSource(doubles = {SINGLE, DOUBLE})
    void moreEigenvaluesThanTheRankCostLittle(double rounding) {
        int n = 300;
        int rank = 20;
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] spectrum = new double[n];
            for (int i = 0; i < rank; i++) {
                spectrum[i] = 10 * Math.pow(0.5, i);
            }
            SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), rounding);
            EigenPairs pairs = EigenPairs.NONE;
            for (int reading = 0; reading < 3; reading++) {
                pairs = new Lanczos(1e-6, 500, seed).at(reading).largest(operator, 30, pairs);
                assertThat(pairs.converged()).isTrue();
                assertThat(pairs.products()).isLessThanOrEqualTo(80);
                for (int i = 0; i < 30; i++) {
                    assertThat(pairs.values()[i])
                            .isCloseTo(spectrum[i], within(pairs.residuals()[i] + 2 * rounding * spectrum[0]));
                }
            }
        }
    }

    /** Two outliers and a dense cluster at either end, as of a small network: no 80 products tell the cluster's eigenvalues apart. */
    @ParameterizedTest
    @ValueSource(doubles = {SINGLE, DOUBLE})
    void manyEigenvaluesOfASmallOperatorAreExactForAProductADimension(double rounding) {
        int n = 300;
        for (long seed = 0; seed < 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] spectrum = new double[n];
            for (int i = 0; i < n; i++) {
                double cluster = 0.092 + 0.0015 * random.nextDouble();
                spectrum[i] = i < 2 ? 3.0 / (i + 1) : i < n / 3 ? cluster : i < 2 * n / 3 ? 0 : -cluster;
            }
            double[] exact = descending(spectrum);
            SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), rounding);
            EigenPairs pairs = EigenPairs.NONE;
            for (int reading = 0; reading < 2; reading++) {
                pairs = new Lanczos(1e-6, 500, seed).at(reading).largest(operator, 30, pairs);
                assertThat(pairs.converged()).isTrue();
                assertThat(pairs.products()).isLessThanOrEqualTo(n);
                for (int i = 0; i < 30; i++) {
                    double known = pairs.residuals()[i] + Math.max(2 * rounding, ROUNDING) * exact[0];
                    assertThat(pairs.values()[i]).isCloseTo(exact[i], within(known));
                }
            }
        }
    }

    /** Of zeros no residual is small relative to the value. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void topsOfZeroAreReadWarmForLessThanCold(int count) {
        int n = 2000;
        SplittableRandom random = new SplittableRandom(count);
        double[] spectrum = random.doubles(n, -100, -1).toArray();
        Arrays.fill(spectrum, 0, 5, 0);
        SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), DOUBLE);
        EigenPairs pairs = new Lanczos(1e-3, 1000, 1).largest(operator, count, EigenPairs.NONE);
        assertThat(pairs.converged()).isTrue();
        int cold = pairs.products();
        for (int reading = 1; reading <= 3; reading++) {
            pairs = new Lanczos(1e-3, 1000, 1).at(reading).largest(operator, count, pairs);
            assertThat(pairs.converged()).isTrue();
            assertThat(pairs.products()).isLessThan(cold);
            for (int i = 0; i < count; i++) {
                assertThat(pairs.values()[i]).isCloseTo(0, within(pairs.residuals()[i] + ROUNDING * 100));
            }
        }
    }

    @Test
    void aClosingSearchThatRunsOutOfProductsHasNotConverged() {
        int n = 2000;
        SplittableRandom random = new SplittableRandom(0);
        double[] spectrum = random.doubles(n, 0, 1).toArray();
        SymmetricOperator operator = new Reflected(spectrum, Vectors.randomUnit(n, random), DOUBLE);
        EigenPairs whole = new Lanczos(1e-3, 1000, 1).largest(operator, 3, EigenPairs.NONE);
        assertThat(whole.converged()).isTrue();
        EigenPairs part = new Lanczos(1e-3, whole.products() - 5, 1).largest(operator, 3, EigenPairs.NONE);
        assertThat(part.converged()).isFalse();
    }
}
