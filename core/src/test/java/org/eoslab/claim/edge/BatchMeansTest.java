package org.eoslab.claim.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchMeansTest {
    private static final double ROUNDING = 1e-12;

    /** Batches with the means 1 … 10: the mean is 5.5, the variance of the means 55/6, and Student's quantile 2.262157. */
    @Test
    void isStudentsIntervalOfTheBatches() {
        double[] series = IntStream.range(0, 43)
                .mapToDouble(i -> i < 3 ? 1e9 : 1 + (i - 3) / 4)
                .toArray();
        BatchMeans mean = BatchMeans.of(series);
        assertThat(mean.size()).isEqualTo(4);
        assertThat(mean.mean()).isCloseTo(5.5, within(ROUNDING));
        assertThat(mean.halfWidth()).isCloseTo(2.262157162740992 * Math.sqrt(55.0 / 60), within(ROUNDING));
        assertThat(mean.correlation()).isCloseTo(0.7, within(ROUNDING));
    }

    /**
     * Of 400 autocorrelated series with the mean 2 (x⁺ = 0.9x + noise, correlated over ten values) 95 % of the intervals are to hold it; that of independent values, 4.4 times too narrow, holds it in less than half.
     */
    @Test
    void holdsTheMeanOfAnAutocorrelatedSeries() {
        Random random = new Random(1);
        int held = 0;
        int heldByIndependent = 0;
        int runs = 400;
        int length = 2000;
        for (int run = 0; run < runs; run++) {
            double[] series = new double[length];
            double x = random.nextGaussian() / Math.sqrt(1 - 0.81);
            double squares = 0;
            for (int i = 0; i < length; i++) {
                x = 0.9 * x + random.nextGaussian();
                series[i] = 2 + x;
                squares += x * x;
            }
            BatchMeans mean = BatchMeans.of(series);
            held += mean.nearestTo(2) == 0 ? 1 : 0;
            heldByIndependent += Math.abs(mean.mean() - 2) < 1.96 * Math.sqrt(squares) / length ? 1 : 0;
        }
        // Four standard deviations of a share of 95 % of 400.
        assertThat((double) held / runs).isBetween(0.95 - 4 * 0.011, 0.95 + 4 * 0.011);
        assertThat((double) heldByIndependent / runs).isLessThan(0.5);
    }

    @Test
    void needsTwoValuesABatch() {
        assertThatThrownBy(() -> BatchMeans.of(new double[19])).hasMessageContaining("must be at least 20");
    }
}
