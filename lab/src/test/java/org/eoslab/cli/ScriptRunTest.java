package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks from PyTorch in the store: found beside their file, interrupted, resumed and forked to the same bits. */
class ScriptRunTest {
    private static final Path MODULES = Path.of("../torch/src/test/resources/torchscript");

    @TempDir
    private Path folder;

    private String experiment(String module, String inputs, String targets, String... more) throws IOException {
        Files.copy(MODULES.resolve(module + ".pt"), folder.resolve("net.pt"));
        Files.copy(MODULES.resolve("data.npz"), folder.resolve("data.npz"));
        String text = "model: torchscript\nnetwork: net.pt\ninputs: data.npz:" + inputs + "\ntargets: data.npz:"
                + targets + "\neta: 0.1\nsteps: 60\nevery: 7\neigenvalues: 2\n" + String.join("\n", more) + "\n";
        return Files.writeString(folder.resolve("own.yaml"), text).toString();
    }

    private static void assertSameRows(Table actual, Table expected, int from) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            double[] tail = Arrays.copyOfRange(expected.column(name), from, expected.rows());
            assertThat(actual.column(name)).as(name).isEqualTo(tail);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "recurrent, sequences, sequenceTargets, 'loss: huber'",
        "transformer, words, wordLabels, 'loss: cross-entropy\noptimizer: adam'",
        "convolutional, images, imageLabels, 'loss: cross-entropy\noptimizer: sgd\nbatch: 4'",
        "mlp, numbers, two, 'dtype: float32\nmeasures: trace\nmeasuresEvery: 10'"
    })
    void isInterruptedResumedAndForkedToTheSameBits(String module, String inputs, String targets, String more)
            throws IOException {
        NamedExperiment loaded =
                new ExperimentSource().load(experiment(module, inputs, targets, more.split("\n", -1)), false);
        Table whole = Run.of(loaded.experiment(), Recording.ALL, List.of())
                .trajectory()
                .table();
        assertThat(whole.get("loss", 56)).isLessThan(whole.get("loss", 0)); // 56 is read by every rule
        FolderStore store = FolderStore.open(folder.resolve("store"), Clock.systemUTC());
        Job interrupted =
                new Job(store, new ExperimentSource(), e -> Recording.ALL, List.of((state, row) -> state.step() < 37));
        Job.Result left = interrupted.run(loaded, Recording.ALL);
        assertThat(left.run().trajectory().outcome()).isEqualTo(Outcome.STOPPED);
        ProgramRun resumed = ProgramRun.eos(
                "resume",
                left.id(),
                "--json",
                "--store",
                folder.resolve("store").toString());
        assertThat(resumed.exitCode()).isEqualTo(ExitCode.OK);
        assertSameRows(store.find(left.id()).table(), whole, 0);
        ProgramRun forked = ProgramRun.eos(
                "fork",
                left.id(),
                "--at",
                "21",
                "--set",
                "tolerance=0.001",
                "--json",
                "--store",
                folder.resolve("store").toString());
        JsonNode fork = new ObjectMapper().readTree(forked.out());
        assertSameRows(store.find(fork.get("id").asText()).table(), whole, 21);
    }

    @Test
    void aRecordFindsItsFilesAgainFromAnywhere() throws IOException {
        String file = experiment("tied", "numbers", "three", "loss: mse");
        ProgramRun first = ProgramRun.eos(
                "run", file, "--json", "--store", folder.resolve("store").toString());
        JsonNode document = new ObjectMapper().readTree(first.out());
        Path record = folder.resolve("store/runs")
                .resolve(document.get("id").asText())
                .resolve("experiment.yaml");
        assertThat(Files.readString(record))
                .contains(folder.resolve("net.pt").toString(), folder.resolve("data.npz") + ":numbers");
        ProgramRun again = ProgramRun.eos("run", record.toString(), "--json", "--no-store");
        assertThat(new ObjectMapper().readTree(again.out()).get("states")).isEqualTo(document.get("states"));
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        String file = experiment("dropout", "numbers", "two");
        ProgramRun result = ProgramRun.eos("run", file, "--no-store");
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("eos: network: " + folder.resolve("net.pt"))
                .hasLineCount(1);
    }
}
