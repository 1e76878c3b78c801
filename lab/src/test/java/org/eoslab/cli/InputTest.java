package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input: one clear line on standard error, nothing on standard output, exit code 2. */
class InputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run canonicl --no-store|canonicl|canonical",
                "run canonical --no-store --set eta=0|eta: 0|> 0",
                "run canonical --no-store --set eta=NaN|eta: NaN|> 0",
                "run canonical --no-store --set eta=-3|eta: -3|> 0",
                "run canonical --no-store --set etta=3|etta|eta",
                "run canonical --no-store --set lambda2=1|lambda2: 1|below lambda1",
                "run canonical --no-store --set clip=flor|clip: flor|floor KAPPA",
                "run canonical --no-store --set alpha=x|alpha: x|finite number",
                "run canonical --no-store --steps -1|steps: -1|from 0",
                "run canonical --no-store --steps 1.5|steps: 1.5|whole number",
                "run canonical --no-store --steps 1000000000000|needs about|--record every:",
                "run canonical --no-store --record every:0|every:0|at least 1",
                "run canonical --no-store --record 1,x|x|whole number",
                "run missing.yaml --no-store|missing.yaml|no such file",
                "verify canonicl|canonicl|canonical",
                "verify kreisler --rigorous|kreisler|no proofs",
                "verify canonical --epsilon 0|epsilon = 0|> 0",
                "verify canonical --ybar 1|ybar = 1|< 1",
                "verify zhu --delta 0.1|--delta|minimalist",
                "run canonical --no-store --set beta1=1e-400|beta1: 1e-400|too small for a double",
                "run canonical --no-store --set quux=1|quux: unknown|there are lambda1, lambda2",
                "verify canonical --digits 50|50|--rigorous",
                "verify canonical --rigorous --digits 5|5|from 10",
                "window --lambda1 1 --lambda2 2 --alpha 1 --beta1 1 --beta2 1|2.0|0 < lambda2 < lambda1",
                "figures 6000|6000|1, 2, 3",
                "rum canonical|rum|run",
                "run canonical --jsn|--jsn|--json",
            })
    void isRefusedInOneLine(String command, String names, String allows) {
        ProgramRun result = ProgramRun.eos(command.split(" "));
        assertThat(result.err()).startsWith("eos: ").contains(names).contains(allows);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void malformedYamlNamesLineAndColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "model: minimalist\neta: [1\n");
        ProgramRun result = ProgramRun.eos("run", file.toString(), "--no-store");
        assertThat(result.err()).contains("broken.yaml:2:").contains("malformed YAML");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aDuplicateKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("twice.yaml"), "model: minimalist\neta: 1\neta: 2\n");
        ProgramRun result = ProgramRun.eos("run", file.toString(), "--no-store");
        assertThat(result.err()).contains("twice.yaml:3:").contains("eta");
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aNumberThatADoubleTakesForZeroIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("tiny.yaml"),
                "model: minimalist\neta: 3.2\nstart: {alpha: 0.7, beta1: 1e-400, beta2: 0.2}\n");
        ProgramRun result = ProgramRun.eos("run", file.toString(), "--no-store");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("beta1: 1E-400")
                .contains("too small for a double")
                .hasLineCount(1);
    }

    @Test
    void aByteOrderMarkBeforeTheParametersIsNoPartOfThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("init.csv"), "\uFEFF0.7\n0.005\n0.2\n");
        assertThat(ProgramRun.eos("run", "canonical", "--no-store", "--steps", "1", "--init", file.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void anInitialPointOfTheWrongLengthIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("init.csv"), "0.7\n0.005\n");
        ProgramRun result = ProgramRun.eos("run", "canonical", "--no-store", "--init", file.toString());
        assertThat(result.err()).contains("2 numbers").contains("3 parameters");
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }
}
