package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: matrices whose spectrum, and so every trace, is known. */
class StochasticEstimatesTest {
    private static final int N = 80;
    private static final double ROUNDING = 1e-12;

    /** Few outliers and a bulk, as the Hessian of a network has. */
    private static double[] spectrum() {
        double[] values = new double[N];
        Arrays.setAll(values, i -> i < 5 ? 50 - 5 * i : 0.5 * Math.sin(i));
        return values;
    }

    private static SymmetricOperator operator(long seed) {
        return SymmetricOperator.of(Matrices.withSpectrum(spectrum(), new SplittableRandom(seed)));
    }

    @Test
    void hutchPlusPlusIsUnbiasedAndItsErrorIsHonest() {
        double exact = Arrays.stream(spectrum()).sum();
        int runs = 200;
        double[] values = new double[runs];
        double claimed = 0;
        for (int seed = 0; seed < runs; seed++) {
            Estimate estimate = new HutchPlusPlus(30, seed).trace(operator(1));
            assertThat(estimate.products()).isEqualTo(30);
            values[seed] = estimate.value();
            claimed += estimate.standardError() * estimate.standardError() / runs;
        }
        Estimate all = Estimate.mean(0, values, 0);
        // Five standard errors of the mean; the mean claimed variance against the one seen, 200 samples of either: a
        // third.
        assertThat(all.value()).isCloseTo(exact, within(5 * all.standardError()));
        double seen = runs * all.standardError() * all.standardError();
        assertThat(claimed / seen).isBetween(2.0 / 3, 3.0 / 2);
        // The outliers alone would give Hutchinson's estimate a standard error of about √(2·Σλ²/30) = 23.
        assertThat(Math.sqrt(seen)).isLessThan(2);
    }

    @Test
    void hutchPlusPlusIsExactWithEnoughProducts() {
        double exact = Arrays.stream(spectrum()).sum();
        Estimate estimate = new HutchPlusPlus(3 * N, 1).trace(operator(2));
        assertThat(estimate.value()).isCloseTo(exact, within(ROUNDING * N * 50));
        assertThat(estimate.standardError()).isZero();
    }

    @Test
    void quadratureGivesTracesOfFunctions() {
        double sum = Arrays.stream(spectrum()).sum();
        double squares = Arrays.stream(spectrum()).map(x -> x * x).sum();
        double positive = Arrays.stream(spectrum()).filter(x -> x > 10).count();
        SpectralDensity density = SpectralDensity.of(operator(3), 200, 20, 5);
        assertThat(density.products()).isEqualTo(200 * 20);
        assertWithinErrors(density.trace(x -> x), sum);
        assertWithinErrors(density.trace(x -> x * x), squares);
        assertWithinErrors(density.trace(x -> x > 10 ? 1 : 0), positive);
        assertThat(density.trace(x -> 1).value()).isCloseTo(N, within(ROUNDING * N));
    }

    /** With A = uuᵀ, u a unit vector drawn from the same seed, n(v·u)² has mean 1 and deviation √2: five deviations of the mean of a hundred. */
    @Test
    void startVectorsAreNotTheNumbersOfTheSameSeed() {
        int seeds = 100;
        double mean = 0;
        for (int seed = 0; seed < seeds; seed++) {
            double[] u = Vectors.randomUnit(N, new SplittableRandom(seed));
            double[][] entries = new double[N][N];
            for (int i = 0; i < N; i++) {
                Vectors.add(u[i], u, entries[i]);
            }
            mean += SpectralDensity.of(SymmetricOperator.of(entries), 1, 2, seed)
                            .trace(x -> x)
                            .value()
                    / seeds;
        }
        assertThat(mean).isCloseTo(1, within(5 * Math.sqrt(2.0 / seeds)));
    }

    private static void assertWithinErrors(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(4 * estimate.standardError()));
        assertThat(estimate.standardError()).isPositive();
    }

    @Test
    void aWholeKrylovSpaceHasTheMatrixsOwnEigenvalues() {
        SpectralDensity density = SpectralDensity.of(operator(4), 1, N, 0);
        double[] exact =
                Arrays.stream(spectrum()).map(x -> -x).sorted().map(x -> -x).toArray();
        assertThat(density.nodes()[0]).containsExactly(exact, within(1e-9));
    }

    @Test
    void theDensityHasUnitArea() {
        SpectralDensity density = SpectralDensity.of(operator(5), 4, 15, 9);
        double area = 0;
        for (double x = -10; x < 60; x += 0.01) {
            area += 0.01 * density.at(x, 0.5).value();
        }
        assertThat(area).isCloseTo(1, within(1e-9));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(new HutchPlusPlus(30, 3).trace(operator(1))).isEqualTo(new HutchPlusPlus(30, 3).trace(operator(1)));
        assertThat(SpectralDensity.of(operator(1), 2, 5, 8).nodes())
                .isDeepEqualTo(SpectralDensity.of(operator(1), 2, 5, 8).nodes());
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new HutchPlusPlus(5, 0)).hasMessageContaining("products = 5");
        assertThatThrownBy(() -> SpectralDensity.of(operator(1), 0, 5, 0)).hasMessageContaining("vectors = 0");
    }

    /** Of three parameters there is nothing to estimate, of any scale. */
    @Test
    void theTraceOfFewParametersIsExact() {
        for (double scale : new double[] {1e-250, 1, 1e250}) {
            double[][] matrix = {{scale, 2 * scale, 0}, {2 * scale, -4 * scale, scale}, {0, scale, 7 * scale}};
            Estimate trace = new HutchPlusPlus(30, 1).trace(SymmetricOperator.of(matrix));
            assertThat(trace.value() / scale).isCloseTo(4, within(1e-14));
            assertThat(trace.standardError()).isEqualTo(0);
            assertThat(trace.products()).isEqualTo(3);
        }
    }
}
