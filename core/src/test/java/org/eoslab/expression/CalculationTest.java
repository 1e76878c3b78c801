package org.eoslab.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTest {
    private static final Map<String, Double> NAMES = Map.of("x", 3.0, "lambda2", 0.5, "constants.mu", 2.0);

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * x, 7",
        "-x ^ 2, -9",
        "2 ^ 3 ^ 2, 512",
        "8 / 4 / 2, 1",
        "1e-3 * x, 0.003",
        "sqrt(lambda2 * 2) + abs(-x), 4",
        "constants.mu * x, 6",
        "log10(1000), 3"
    })
    void isComputedOfNamedNumbers(String text, double expected) {
        assertThat(Calculation.parse(text).value(NAMES::get)).isEqualTo(expected);
    }

    /** The bits of stored sweeps: powers as StrictMath has them, not as products. */
    @Test
    void powersAreCorrectToAnUlp() {
        for (double x = 0.1; x < 2; x += 0.1) {
            double at = x;
            assertThat(Calculation.parse("x^3").value(n -> at)).isEqualTo(StrictMath.pow(x, 3));
            assertThat(Calculation.parse("x^0.5").value(n -> at)).isEqualTo(StrictMath.pow(x, 0.5));
        }
    }
}
