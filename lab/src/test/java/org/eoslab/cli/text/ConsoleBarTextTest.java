package org.eoslab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleBarTextTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static String line(ConsoleBarText text, long start, long count, long last, Duration elapsed, String extra) {
        return text.line("long", start, count, last, elapsed, extra, 100).stripTrailing();
    }

    @Test
    void saysTheRateAndTheTimeLeft() {
        assertThat(line(new ConsoleBarText(" runs", 1), 0, 30_000, 120_000, MINUTE, ""))
                .isEqualTo("long  25 % [=======                       ] 30,000 of 120,000 runs, 500 runs/s, 3:00 left");
    }

    @Test
    void theRateLeavesOutWhatWasThereBefore() {
        assertThat(line(new ConsoleBarText(" steps", 1), 900, 1000, 10_000, MINUTE, "so"))
                .endsWith("1,000 of 10,000 steps, 1.7 steps/s, 1:30:00 left  so");
    }

    @Test
    void saysNoRateInTheFirstSecondNorATimeAtTheEnd() {
        ConsoleBarText text = new ConsoleBarText(" runs", 1);
        assertThat(line(text, 0, 10, 20, Duration.ofMillis(900), "")).endsWith("] 10 of 20 runs");
        assertThat(line(text, 0, 20, 20, MINUTE, "")).endsWith("20 of 20 runs, 0.3 runs/s");
    }

    @Test
    void countsUnitsWhereNobodyKnowsTheEnd() {
        assertThat(line(new ConsoleBarText(" MB", 1_000_000), 0, 90_000_000, -1, MINUTE, ""))
                .isEqualTo("long 90.0 MB, 1.5 MB/s");
    }

    @Test
    void isAsWideAsTheTerminal() {
        ConsoleBarText text = new ConsoleBarText(" runs", 1);
        for (int width = 0; width < 120; width++) {
            assertThat(text.line("long", 0, 30_000, 120_000, MINUTE, "more", width))
                    .hasSize(width);
        }
    }
}
