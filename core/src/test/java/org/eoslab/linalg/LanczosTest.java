package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the dense solver, and matrices made with a known spectrum. */
class LanczosTest {
    private static final int N = 60;
    /** Rounding of a product of two 60-vectors and of the dense oracle, relative to the norm: a hundred times n·2⁻⁵². */
    private static final double ROUNDING = 100 * N * 0x1p-52;

    /** Spectra that break careless solvers, eigenvalue by index. */
    enum Spectrum {
        WIGNER(i -> Math.cos(Math.PI * (i + 0.5) / N)),
        OUTLIERS(i -> i < 4 ? 40 - 3 * i : 1.0 / i),
        CLUSTERED(i -> i < 5 ? 10 + 1e-6 * i : 0.1 * i / N),
        DEGENERATE(i -> i < 3 ? 5 : i < 30 ? 1 : 0),
        LARGE_NEGATIVE(i -> i == 0 ? -100 : 1.0 / i),
        NEGATIVE_DEFINITE(i -> -1.0 - i);

        final double[] eigenvalues;

        Spectrum(IntToDoubleFunction eigenvalue) {
            eigenvalues = IntStream.range(0, N).mapToDouble(eigenvalue).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheLargestAlgebraicPairs(Spectrum spectrum) {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] known = spectrum.eigenvalues;
            SymmetricOperator operator = SymmetricOperator.of(Matrices.withSpectrum(known, random));
            double[] sorted =
                    Arrays.stream(known).map(x -> -x).sorted().map(x -> -x).toArray();
            double scale = Math.max(Math.abs(sorted[0]), Math.abs(sorted[N - 1]));
            for (int count : new int[] {1, 3}) {
                EigenPairs pairs = new Lanczos(1e-9, 2000, seed).largest(operator, count, EigenPairs.NONE);
                assertThat(pairs.converged()).isTrue();
                assertThat(pairs.values()).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertThat(pairs.values()[i]).isCloseTo(sorted[i], within(1e-8 * scale));
                }
            }
        }
    }

    /** As of a loss that is about to diverge: entries of all sizes, from 1e-300 to 1e100. */
    @Test
    void findsTheLargestPairOfMatricesOfAnyScale() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(3, 15);
            double top = random.nextDouble(-100, 100);
            double range = random.nextDouble(0, 100);
            double[] sizes = random.doubles(n, 0, 1)
                    .map(x -> Math.pow(10, top / 2 - range * x))
                    .toArray();
            double[][] matrix = Matrices.random(n, random);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] *= sizes[i] * sizes[j];
                }
            }
            SymmetricOperator operator = SymmetricOperator.of(matrix);
            EigenPairs pairs = new Lanczos(1e-6, 500, seed).largest(operator, 1, EigenPairs.NONE);
            EigenPairs exact = new DenseEigenSolver().largest(operator, n, EigenPairs.NONE);
            double scale = Math.max(exact.largest(), -exact.values()[n - 1]);
            assertThat(pairs.residuals()[0])
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Math.max(1e-6 * Math.abs(pairs.largest()), ROUNDING * scale));
            assertThat(pairs.largest()).as("seed %d", seed).isCloseTo(exact.largest(), within(1e-6 * scale));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-6})
    void residualsAreTrueAndBoundTheError(double tolerance) {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SymmetricOperator operator = SymmetricOperator.of(Matrices.random(N, random));
            double[] exact =
                    new DenseEigenSolver().largest(operator, N, EigenPairs.NONE).values();
            EigenPairs pairs = new Lanczos(tolerance, 2000, seed).largest(operator, 2, EigenPairs.NONE);
            assertThat(pairs.converged()).isTrue();
            for (int i = 0; i < 2; i++) {
                double value = pairs.values()[i];
                double[] vector = pairs.vectors()[i];
                double residual = pairs.residuals()[i];
                double[] product = new double[N];
                operator.apply(vector, product);
                Vectors.add(-value, vector, product);
                assertThat(Vectors.norm(vector)).isCloseTo(1, within(ROUNDING));
                assertThat(residual).isCloseTo(Vectors.norm(product), within(ROUNDING * exact[0]));
                assertThat(residual).isLessThanOrEqualTo(tolerance * value);
                double nearest =
                        Arrays.stream(exact).map(x -> Math.abs(x - value)).min().orElseThrow();
                assertThat(nearest).isLessThanOrEqualTo(residual + ROUNDING * exact[0]);
            }
            assertThat(Vectors.dot(pairs.vectors()[0], pairs.vectors()[1])).isCloseTo(0, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aWarmStartFollowsASlowlyMovingMatrix(int count) {
        double[] known = Spectrum.OUTLIERS.eigenvalues;
        SplittableRandom random = new SplittableRandom(7);
        double[][] from = Matrices.withSpectrum(known, random);
        double[][] drift = Matrices.random(N, random);
        int products = 0;
        int readings = 100;
        EigenPairs pairs = EigenPairs.NONE;
        for (int t = 0; t < readings; t++) {
            SymmetricOperator operator = SymmetricOperator.of(Matrices.sum(from, 0.01 * t, drift));
            pairs = Lanczos.seeded(1).at(t).largest(operator, count, pairs);
            double[] exact = new DenseEigenSolver()
                    .largest(operator, count, EigenPairs.NONE)
                    .values();
            for (int i = 0; i < count; i++) {
                assertThat(pairs.values()[i]).isCloseTo(exact[i], within(pairs.residuals()[i]));
            }
            products += pairs.products();
        }
        assertThat(products / (double) readings).isLessThanOrEqualTo(2 * count + 4);
    }

    /** As at the edge of stability: eight top eigenvalues close together, whose vectors turn into each other between readings. */
    @Test
    void aWarmStartFindsTheTopOfAClusterThatTurns() {
        int cluster = 8;
        int readings = 20;
        int products = 0;
        for (long seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = new double[N][N];
            for (int i = 0; i < N; i++) {
                a[i][i] = i < cluster ? 48 - 1.5 * i : 24.0 / (i - cluster + 1);
            }
            EigenPairs pairs = EigenPairs.NONE;
            for (int t = 0; t <= readings; t++) {
                SymmetricOperator operator = SymmetricOperator.of(a);
                pairs = Lanczos.seeded(seed).at(t).largest(operator, 1, pairs);
                assertThat(pairs.converged()).isTrue();
                double[] exact = new DenseEigenSolver()
                        .largest(operator, cluster, EigenPairs.NONE)
                        .values();
                double value = pairs.largest();
                double nearest =
                        Arrays.stream(exact).map(x -> Math.abs(x - value)).min().orElseThrow();
                assertThat(nearest).isLessThanOrEqualTo(pairs.residuals()[0]);
                // A mixture of two eigenvectors whose values differ by g has a residual of at most g/2 and can have
                // either's value.
                assertThat(value)
                        .as("seed %d, reading %d", seed, t)
                        .isCloseTo(exact[0], within(2 * Lanczos.TOLERANCE * exact[0]));
                products += t > 0 ? pairs.products() : 0;
                for (int i = 0; i < cluster; i++) {
                    for (int j = 0; j <= i; j++) {
                        a[i][j] = a[j][i] = a[i][j] + 2 * (random.nextDouble() - 0.5);
                    }
                }
            }
        }
        // One product a vector of the cluster says everything of it; cold readings of these matrices take 13.
        assertThat(products / (5.0 * readings)).isLessThanOrEqualTo(cluster);
    }

    @Test
    void aNewTopEigenvalueIsFoundThoughTheOldVectorIsExact() {
        double[] diagonal = Spectrum.OUTLIERS.eigenvalues;
        double[][] a = new double[N][N];
        for (int i = 0; i < N; i++) {
            a[i][i] = diagonal[i];
        }
        double[] second = new double[N];
        second[1] = 1;
        EigenPairs guess = new EigenPairs(new double[] {diagonal[1]}, new double[][] {second}, new double[1], 1, true);
        EigenPairs pairs = new Lanczos(1e-6, 500, 3).largest(SymmetricOperator.of(a), 1, guess);
        assertThat(pairs.largest()).isCloseTo(diagonal[0], within(1e-6 * diagonal[0]));
    }

    @Test
    void isAFunctionOfSeedAndStep() {
        SymmetricOperator operator = SymmetricOperator.of(Matrices.random(N, new SplittableRandom(1)));
        EigenSolver solver = Lanczos.seeded(5);
        EigenPairs once = solver.at(10).largest(operator, 2, EigenPairs.NONE);
        EigenPairs again = solver.at(10).largest(operator, 2, EigenPairs.NONE);
        EigenPairs other = solver.at(11).largest(operator, 2, EigenPairs.NONE);
        assertThat(again.values()).isEqualTo(once.values());
        assertThat(again.vectors()).isDeepEqualTo(once.vectors());
        assertThat(other.vectors()[0]).isNotEqualTo(once.vectors()[0]);
    }

    @Test
    void smallAndTrivialOperators() {
        for (int n = 1; n <= 4; n++) {
            EigenPairs zero = Lanczos.seeded(0).largest(SymmetricOperator.of(new double[n][n]), n, EigenPairs.NONE);
            assertThat(zero.values()).containsOnly(0.0);
            assertThat(zero.converged()).isTrue();
            double[][] identity = new double[n][n];
            for (int i = 0; i < n; i++) {
                identity[i][i] = 1;
            }
            EigenPairs one = Lanczos.seeded(0).largest(SymmetricOperator.of(identity), n, EigenPairs.NONE);
            assertThat(one.values()).hasSize(n).containsOnly(new double[] {1}, within(ROUNDING));
            assertThat(one.converged()).isTrue();
        }
    }

    @Test
    void saysWhenItDidNotConverge() {
        SymmetricOperator operator = SymmetricOperator.of(Matrices.random(N, new SplittableRandom(1)));
        EigenPairs pairs = new Lanczos(1e-9, 6, 0).largest(operator, 1, EigenPairs.NONE);
        assertThat(pairs.converged()).isFalse();
        assertThat(pairs.products()).isEqualTo(6);
        assertThat(pairs.residuals()[0]).isGreaterThan(1e-9 * pairs.largest());
    }

    @Test
    void aDivergedOperatorGivesNoNumber() {
        double[][] a = new double[3][3];
        a[1][1] = Double.NaN;
        EigenPairs pairs = Lanczos.seeded(0).largest(SymmetricOperator.of(a), 1, EigenPairs.NONE);
        assertThat(pairs.largest()).isNaN();
        assertThat(pairs.converged()).isFalse();
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Lanczos(0, 10, 0)).hasMessageContaining("tolerance = 0.0");
        assertThatThrownBy(() -> new Lanczos(1e-3, 2, 0)).hasMessageContaining("maxProducts = 2");
        SymmetricOperator operator = SymmetricOperator.of(new double[2][2]);
        assertThatThrownBy(() -> Lanczos.seeded(0).largest(operator, 3, EigenPairs.NONE))
                .hasMessageContaining("count = 3");
    }
}
