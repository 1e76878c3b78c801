package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.eoslab.cli.option.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record says of files and folders outside of it. */
class InputFilesTest {
    private static final int IMAGE = 3072;

    @TempDir
    private Path folder = Path.of("");

    private static JsonNode eos(String... arguments) throws IOException {
        ProgramRun result = ProgramRun.eos(arguments);
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    /** A folder of 40 images made by chance. */
    private Path images(String name) throws IOException {
        byte[] bytes = new byte[40 * (1 + IMAGE)];
        new Random(5).nextBytes(bytes);
        for (int i = 0; i < 40; i++) {
            bytes[i * (1 + IMAGE)] = (byte) (i % 10);
        }
        Path data = folder.resolve(name);
        Files.write(
                Files.createDirectories(data.resolve("cifar-10-batches-bin")).resolve("data_batch_1.bin"), bytes);
        return data;
    }

    /** The folder is where this machine has its data: beside the record, which is the same wherever they are. */
    @Test
    void theDataFolderIsNoPartOfTheRecord() throws IOException {
        Path here = images("here");
        Path there = images("there");
        String store = folder.resolve("store").toString();
        Path file = folder.resolve("tiny.yaml");
        Files.writeString(
                file, "model: cifar-fc\nimages: 40\nwidth: 8\neta: 0.02\nsteps: 4\nstandardise: used\ndata: here\n");
        JsonNode run = eos("run", file.toString(), "--json", "--store", store);
        JsonNode other = eos("run", file.toString(), "--json", "--data", there.toString(), "--store", store);
        assertThat(run.get("settings").has("data")).isFalse();
        assertThat(run.get("settings")).isEqualTo(other.get("settings"));
        assertThat(run.get("states")).isEqualTo(other.get("states"));
        assertThat(run.get("inputs").get("data").get("folder").asText()).isEqualTo(here.toString());
        String id = run.get("id").asText();
        assertThat(folder.resolve("store/runs/" + id + "/experiment.yaml"))
                .content()
                .doesNotContain("data");
        JsonNode longer = eos("resume", id, "--steps", "8", "--json", "--store", store);
        JsonNode fork = eos("fork", id, "--at", "2", "--set", "steps=8", "--json", "--store", store);
        assertThat(longer.get("states").get(8)).isEqualTo(fork.get("states").get(8));
    }

    @Test
    void aSweepGoesOnWithTheFilesThatItBeganWith() throws IOException {
        Path table = folder.resolve("points.csv");
        Files.writeString(table, "u,v\n1,2\n2,3\n3,5\n");
        Path file = folder.resolve("line.yaml");
        Files.writeString(
                file,
                "model: formula\nloss: (a*u - v)^2\ndata: points.csv\nstart: {a: 0}\neta: 0.01\nsteps: 10\n"
                        + "sweep:\n  axes:\n    eta: {from: 0.01, to: 0.02, points: 3}\n");
        String out = folder.resolve("out").toString();
        String[] resumed = {"sweep", file.toString(), "--out", out, "--resume"};
        assertThat(ProgramRun.eos("sweep", file.toString(), "--out", out).exitCode())
                .isZero();
        assertThat(ProgramRun.eos(resumed).exitCode()).isZero();
        Files.writeString(table, "u,v\n1,2\n2,3\n3,4\n");
        ProgramRun refused = ProgramRun.eos(resumed);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err())
                .contains("sweep out: data: " + table + " has changed since: its SHA-256 was ")
                .contains("put back the file as it was, or begin anew");
    }
}
