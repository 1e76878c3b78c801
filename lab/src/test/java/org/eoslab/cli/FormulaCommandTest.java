package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), "model: formula\n" + String.join("\n", lines) + "\n")
                .toString();
    }

    @Test
    void runsAndSaysWhatDoublesCannot() throws IOException {
        String file = file("loss: log(cosh(x*w[2])) + 0*w[1]", "start: {x: 1, w: [0, 3]}", "eta: 0.125", "steps: 2000");
        ProgramRun result = ProgramRun.eos("run", file, "--no-store", "--json");
        assertThat(result.err()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(result.out());
        JsonNode last = json.get("states").get(json.get("states").size() - 1);
        assertThat(last.get("sharpness").doubleValue() * 0.125).isCloseTo(0.963689, within(1e-6));
        assertThat(last.has("x")).isTrue();
        assertThat(last.has("w1")).isTrue();
        assertThat(last.get("w2").doubleValue()).isCloseTo(2.7766, within(1e-4));
        assertThat(json.get("remarks").get(0).textValue()).startsWith("x has become exactly 0 by underflow at step ");
    }

    @Test
    void saysThatThereIsNothingToHoldAgainstTheThreshold() throws IOException {
        String file = file("loss: sqrt(x)", "start: {x: -1}", "eta: 0.1", "steps: 5");
        ProgramRun result = ProgramRun.eos("run", file, "--no-store");
        assertThat(result.out())
                .contains("  sharpness: it has no value at any step\n  diverged after 1 step\n")
                .contains("the loss has no value at step 0")
                .doesNotContain("threshold");
    }

    @Test
    void digitsReachBelowTheDoubles() throws IOException {
        String file = file("loss: x^2", "start: {x: 1}", "eta: 0.3", "steps: 1000", "digits: 60");
        JsonNode json = new ObjectMapper()
                .readTree(ProgramRun.eos("run", file, "--no-store", "--json", "--record", "1000")
                        .out());
        // 0.4^1000, by its seventeenth digit a double of its own
        assertThat(json.get("states").get(0).get("x").asText())
                .startsWith("1.148130695274254")
                .endsWith("e-398");
    }

    @Test
    void isProved() throws IOException {
        String file = file("loss: (1 - x*y)^2/2", "start: {x: 5, y: 0.15}", "eta: 0.1", "steps: 20");
        ProgramRun result = ProgramRun.eos("verify", file, "--rigorous", "--json");
        JsonNode claims = new ObjectMapper().readTree(result.out()).get("claims");
        assertThat(claims)
                .hasSize(4)
                .allSatisfy(c -> assertThat(c.get("verdict").textValue()).isEqualTo("proved"));
        assertThat(claims.get(2).get("attained").textValue()).isEqualTo("1 up (0), 1 down (10)");
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource({"(, 20000", "-, 50000", "x^, 20000"})
    void deepNestingIsOneLine(String piece, int times) throws IOException {
        String file = file("loss: '" + piece.repeat(times) + "x'", "start: {x: 1}", "eta: 1");
        ProgramRun result = ProgramRun.eos("run", file, "--no-store");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("loss: ").contains("nested more than 400 deep at character");
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss: x^2 + muu, start: {x: 1} | unknown name muu at character 7",
                "loss: sine(x), start: {x: 1} | unknown function sine at character 1; the nearest is sin",
                "loss: x^2 | missing: start",
                "loss: x^2, start: {x: 1}, digits: 5000 | digits: 5000 is not allowed; it must be a whole number from 0 to 300",
                "loss: (a*x - t)^2, start: {a: 1}, data: nowhere.csv | data: nowhere.csv: there is no such file",
                "loss: x^2, start: {x: 1}, optimiser: gd | optimiser: unknown; the nearest is optimizer"
            })
    void wrongInputIsOneLine(String keys, String message) throws IOException {
        String file = file(keys.replace(", ", "\n").split("\n"));
        Files.writeString(Path.of(file), Files.readString(Path.of(file)) + "eta: 0.1\n");
        ProgramRun result = ProgramRun.eos("run", file, "--no-store");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(message);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }
}
