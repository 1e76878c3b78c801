package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thinned line covers, in every pixel, what the whole line covers. */
class ColumnThinningTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 700, 99_999})
    void keepsTheExtremesOfEveryPixel(int seed) {
        Random random = new Random(seed);
        int length = 1 + random.nextInt(100_000);
        int from = random.nextInt(length);
        StepWindow window = new StepWindow(from, length - 1, 1 + random.nextInt(900));
        double[] values = random.doubles(length, -1, 1).toArray();
        ColumnThinning thinning = new ColumnThinning(window, 2);
        for (int step = 0; step < length; step++) {
            thinning.add(step, values[step]);
        }
        ThinnedColumn series = thinning.series();
        int bins = (int)
                Math.min(window.length(), window.length() <= 2L * window.pixels() ? window.length() : window.pixels());
        double[] low = extremes(window, bins, values, true);
        double[] high = extremes(window, bins, values, false);
        double[] keptLow = low.clone();
        double[] keptHigh = high.clone();
        java.util.Arrays.fill(keptLow, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(keptHigh, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < series.step().length; i++) {
            int step = (int) series.step()[i];
            assertThat(series.value()[i]).isEqualTo(values[step]);
            int bin = (int) ((step - window.from()) * bins / window.length());
            keptLow[bin] = Math.min(keptLow[bin], values[step]);
            keptHigh[bin] = Math.max(keptHigh[bin], values[step]);
        }
        assertThat(series.step()[series.step().length - 1]).isEqualTo(length - 1);
        assertThat(keptLow).isEqualTo(low);
        assertThat(keptHigh).isEqualTo(high);
        assertThat(series.step()).isSorted().hasSizeLessThanOrEqualTo(2 * window.pixels() + 1);
    }

    private static double[] extremes(StepWindow window, int bins, double[] values, boolean low) {
        double[] result = new double[bins];
        java.util.Arrays.fill(result, low ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        for (long step = window.from(); step <= window.to(); step++) {
            int bin = (int) ((step - window.from()) * bins / window.length());
            double v = values[(int) step];
            result[bin] = low ? Math.min(result[bin], v) : Math.max(result[bin], v);
        }
        return result;
    }

    @Test
    void aSingleSpikeAmongAHundredThousandRowsStays() {
        ColumnThinning thinning = new ColumnThinning(new StepWindow(0, 99_999, 800), 2);
        for (int step = 0; step < 100_000; step++) {
            thinning.add(step, step == 54_321 ? 1 : 0);
        }
        ThinnedColumn series = thinning.series();
        assertThat(series.step()).contains(54_321);
        assertThat(series.value()).contains(1).hasSizeLessThanOrEqualTo(1601);
    }

    @Test
    void rowsWithoutAReadingArePassedOver() {
        ColumnThinning thinning = new ColumnThinning(new StepWindow(0, 9, 800), 2);
        for (int step = 0; step < 10; step++) {
            thinning.add(step, step % 5 == 0 ? step : Double.NaN);
        }
        assertThat(thinning.series().step()).containsExactly(0, 5);
    }
}
