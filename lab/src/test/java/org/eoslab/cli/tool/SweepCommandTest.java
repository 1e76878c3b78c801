package org.eoslab.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final String AXES = String.join(
            "\n",
            "preset: canonical",
            "steps: 500",
            "sweep:",
            "  axes:",
            "    eta: {from: 1, to: 4, points: 9}",
            "    alpha: {from: 0.3, to: 1, points: 9}",
            "");

    @TempDir
    private Path folder;

    private Path sweep(String name, String contents) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), contents);
        Path out = folder.resolve("sweeps").resolve(name);
        assertThat(ProgramRun.eos("sweep", file.toString(), "--out", out.toString())
                        .exitCode())
                .isZero();
        return out;
    }

    @Test
    void writesAPageThatNeedsNoNetwork() throws IOException {
        String page = Files.readString(sweep("grid", AXES).resolve("report.html"));
        assertThat(page).contains("<h1>Sweep: grid</h1>", "<th>runs<td>81", "regime at the last step", "points: 9");
        assertThat(page.split("data:image/svg", -1)).hasSizeGreaterThan(2);
        assertThat(page).doesNotContain("src=\"http", "href=\"http", "<script");
        String border = Files.readString(
                sweep("edge", AXES + "border: {of: regime, coarse: 8}\n").resolve("report.html"));
        assertThat(border).contains("<th>border points<td>", "data:image/svg");
    }

    @Test
    void isListedWithTheRuns() throws IOException {
        sweep("grid", AXES);
        sweep("edge", AXES + "border: {of: regime, coarse: 8}\n");
        Files.delete(folder.resolve("sweeps/grid/rows/part-00000.parquet"));
        assertThat(ProgramRun.eos("runs", "ls", "--store", folder.toString()).out())
                .contains("grid", "0 of 81", "edge", "border");
        JsonNode list = new ObjectMapper()
                .readTree(ProgramRun.eos("runs", "sweeps", "--json", "--store", folder.toString())
                        .out());
        assertThat(list.findValuesAsText("sweep")).containsExactly("edge", "grid");
        assertThat(list.get(1).get("made").asLong()).isZero();
        assertThat(list.get(1).get("runs").asLong()).isEqualTo(81);
    }

    @Test
    void oneThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        sweep("grid", AXES);
        Files.createDirectories(folder.resolve("sweeps/old"));
        Files.writeString(folder.resolve("sweeps/old/sweep.yaml"), "preset: canonical\n");
        ProgramRun listed = ProgramRun.eos("runs", "ls", "--store", folder.toString());
        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out()).contains("grid", "81 of 81", "old", "sweep.yaml: missing: sweep");
        JsonNode list = new ObjectMapper()
                .readTree(ProgramRun.eos("runs", "sweeps", "--json", "--store", folder.toString())
                        .out());
        assertThat(list.get(1).get("sweep").asText()).isEqualTo("old");
        assertThat(list.get(1).get("error").asText()).contains("missing: sweep");
    }
}
