package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races by the command line, from a start and from a step of a stored run. */
class RaceTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("logcosh.yaml"), """
                model: formula
                loss: log(cosh(x*y))
                start: {x: 0.5, y: 6}
                eta: 0.125
                steps: 40
                """);
    }

    private JsonNode eos(String... arguments) throws IOException {
        ProgramRun result = ProgramRun.eos(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void entrantsAreTheRunsAndTheDistancesTheirs() throws IOException {
        String out = folder.resolve("out").toString();
        JsonNode race = eos("race", file.toString(), "--json", "--out", out);
        assertThat(race.get("entrants").findValuesAsText("name"))
                .containsExactly("gd", "gradient-flow", "constrained", "predicted", "central-flow", "edge-flow");
        for (String rule : new String[] {"gd", "gradient-flow", "central-flow"}) {
            JsonNode run = eos("run", file.toString(), "--set", "optimizer=" + rule, "--no-store", "--json");
            for (int t = 0; t <= 40; t++) {
                for (String column : new String[] {"x", "y", "loss", "sharpness"}) {
                    assertThat(race.get("states").get(t).get(rule + "." + column))
                            .isEqualTo(run.get("states").get(t).get(column));
                }
            }
        }
        JsonNode end = race.get("states").get(40);
        double dx = end.get("gd.x").asDouble() - end.get("central-flow.x").asDouble();
        double dy = end.get("gd.y").asDouble() - end.get("central-flow.y").asDouble();
        assertThat(end.get("distance.gd.central-flow").asDouble()).isCloseTo(Math.hypot(dx, dy), within(1e-15));
        assertThat(race.get("files")).hasSize(3).allMatch(f -> Files.isRegularFile(Path.of(f.asText())));
    }

    /** From step 10 of a stored run: the edge flow follows the midpoints, as computed elsewhere. */
    @Test
    void goesOnFromAStepOfAStoredRun() throws IOException {
        String store = folder.resolve("store").toString();
        String id = eos("run", file.toString(), "--store", store, "--json")
                .get("id")
                .asText();
        JsonNode stored = eos(
                "race",
                id,
                "--at",
                "10",
                "--steps",
                "300",
                "--entrants",
                "gd,edge-flow",
                "--store",
                store,
                "--json",
                "--out",
                folder.toString(),
                "--record",
                "0,10,300");
        JsonNode again = eos(
                "race",
                file.toString(),
                "--at",
                "10",
                "--steps",
                "300",
                "--entrants",
                "gd,edge-flow",
                "--json",
                "--out",
                folder.toString(),
                "--record",
                "0,10,300");
        assertThat(stored.get("states")).isEqualTo(again.get("states")).hasSize(3);
        assertThat(stored.get("states").get(1).get("edge-flow.y").asDouble()).isCloseTo(5.18378, within(4e-4));
        assertThat(stored.get("states").get(2).get("edge-flow.y").asDouble()).isCloseTo(3.97690, within(4e-4));
    }

    @Test
    void refusesInOneLine() {
        assertRefused("--entrants", "gd,foo", "entrant foo: unknown");
        assertRefused("--entrants", "gd,sgd", "optimizer: sgd is not allowed");
        assertRefused("--at", "x", "--at: x is not allowed");
        ProgramRun unknown = ProgramRun.eos("race", "nothing", "--store", folder.toString());
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(unknown.err())
                .startsWith("eos: nothing: no preset (see eos presets)")
                .hasLineCount(1);
    }

    private void assertRefused(String option, String value, String message) {
        ProgramRun result = ProgramRun.eos("race", file.toString(), option, value);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err()).startsWith("eos: " + message).hasLineCount(1);
    }
}
