package org.eoslab.figure.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.junit.jupiter.api.Test;

class SpaceTest {
    @Test
    void ticksAreRoundInsideTheRangeAndAFew() {
        assertThat(Space.ticks(0.18, 1.31)).containsExactly(decimals("0.2", "0.4", "0.6", "0.8", "1.0", "1.2"));
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double low = 100 * random.nextGaussian();
            double high = low + Math.exp(8 * random.nextGaussian());
            List<BigDecimal> ticks = Space.ticks(low, high);
            assertThat(ticks).hasSizeBetween(2, 8).isSorted();
            assertThat(ticks.get(0).doubleValue()).isGreaterThanOrEqualTo(low);
            assertThat(ticks.get(ticks.size() - 1).doubleValue()).isLessThanOrEqualTo(high);
            BigDecimal pitch = ticks.get(1).subtract(ticks.get(0)).stripTrailingZeros();
            assertThat(pitch.unscaledValue().intValueExact()).isIn(1, 2, 5);
        }
    }

    private static BigDecimal[] decimals(String... numbers) {
        return List.of(numbers).stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    @Test
    void theAxesAreNamedAndNumbered() {
        double[] line = {0, 1};
        Plot plot = new Space(
                        "α",
                        "β₁",
                        "β₂",
                        List.of(
                                Space.Path.line("path", line, line, line, Palette.BLUE),
                                Space.Path.point("minimum", 0.5, 0.5, 0.5, Palette.BLACK, "0")))
                .projected("");
        assertThat(plot.notes()).extracting(Plot.Note::text).contains("α", "β₁", "β₂", "0", "0.2", "0.8");
    }
}
