package org.eoslab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Map<String, Double> NAMES = Map.of("x", 3.0, "lambda2", 0.5);

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * x, 7",
        "-x ^ 2, -9",
        "2 ^ 3 ^ 2, 512",
        "8 / 4 / 2, 1",
        "10 - 4 - 3, 3",
        "(1 + 2) * x, 9",
        "1e-3 * x, 0.003",
        "sqrt(lambda2 * 2) + abs(-x), 4",
        "log10(1000), 3"
    })
    void hasTheUsualPrecedence(String text, double expected) {
        assertThat(Formula.read(text).value(NAMES::get)).isEqualTo(expected);
    }

    @Test
    void functionsOfTwo() {
        assertThat(Formula.read("max(x, 2) - min(x, 2)").value(NAMES::get)).isEqualTo(1);
        assertThat(Formula.read("a * b + a").names()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "1 +, at character 4",
        "(x, expected ) at character 3",
        "x y, expected an operator or the end at character 3",
        "sin(x), unknown function sin",
        "'', expected a number"
    })
    void saysWhereItFails(String text, String message) {
        assertThatThrownBy(() -> Formula.read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFormulaThatIsTooLongToFollowIsRefused() {
        for (String text : new String[] {"(".repeat(20_000), "-".repeat(50_000) + "1", "1" + "+1".repeat(20_000)}) {
            assertThatThrownBy(() -> Formula.read(text))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("more than 1000 parts");
        }
    }
}
