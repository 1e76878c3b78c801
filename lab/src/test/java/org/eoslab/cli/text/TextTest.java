package org.eoslab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 100",
        "99999.99999999999, 100000",
        "126666.66666666, 126667",
        "1e7, 1e+07",
        "0.05, 0.05",
        "2.5, 2.5",
        "1e-8, 1e-08",
        "123456.5, 123457",
        "NaN, –"
    })
    void numbersHaveSixDigitsAndNoTrailingZeros(double value, String text) {
        assertThat(Text.number(value)).isEqualTo(text);
    }

    @Test
    void sparklineShowsThePeakOfEachStretch() {
        double[] values = {0, 1, 0, 0, Double.NaN, 7, 0, 0};
        assertThat(Text.sparkline(values, 4)).isEqualTo("▂▁█▁");
    }

    @Test
    void manyFilesOfOneKindAreALine() {
        List<Path> files = Stream.of("c-01.state", "c-02.state", "c-10.state", "loss.png", "p-1.parquet", "p-2.parquet")
                .map(Path.of("folder")::resolve)
                .toList();
        assertThat(Text.names(files))
                .containsExactly("c-01.state … c-10.state (3 files)", "loss.png", "p-1.parquet", "p-2.parquet");
    }
}
