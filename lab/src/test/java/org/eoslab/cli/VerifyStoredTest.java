package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims on stored rows, which are those of the run when it was made. */
class VerifyStoredTest {
    @TempDir
    private Path folder;

    private JsonNode eos(String... arguments) throws IOException {
        ProgramRun result = ProgramRun.eos(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        return new ObjectMapper().readTree(result.out());
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    /** A paper's model, one that diverges, and a network with a measure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "canonical",
                "superquadratic",
                "chebyshev-3 --steps 60 --set every=5 --set eigenvalues=2 --set measures=self-stabilisation,opposing"
            })
    void areThoseOfTheRun(String experiment) throws IOException {
        String command = "run " + experiment + " --store " + store() + " --json";
        JsonNode run = eos(command.split(" "));
        JsonNode verified = eos("verify", run.get("id").asText(), "--store", store(), "--json");
        assertThat(verified.get("claims")).isEqualTo(run.get("claims")).isNotEmpty();
        assertThat(verified.get("run")).isEqualTo(run.get("id"));
        assertThat(verified.get("certificate")).isEqualTo(run.get("certificate"));
    }

    @Test
    void storedRowsTakeNoOtherSettings() throws IOException {
        String id = eos("run", "zhu", "--store", store(), "--json", "--steps", "20")
                .get("id")
                .asText();
        ProgramRun changed = ProgramRun.eos("verify", id, "--store", store(), "--set", "eta=1");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(changed.err())
                .isEqualToIgnoringNewLines(
                        "eos: --set: is not allowed; the claims are checked on the rows of run " + id + " as they are");
        ProgramRun unknown = ProgramRun.eos("verify", "nothing", "--store", store());
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(unknown.err()).startsWith("eos: preset nothing: unknown");
    }
}
