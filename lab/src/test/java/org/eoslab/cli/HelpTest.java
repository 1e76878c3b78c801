package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command says how it is used when asked, whatever else it needs. */
class HelpTest {
    static Stream<String> commands() {
        return Eos.commandLine().getSubcommands().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysHowItIsUsed(String command) {
        ProgramRun result = ProgramRun.eos(command, "--help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Usage: eos " + command);
        assertThat(result.err()).isEmpty();
    }
}
