package org.eoslab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.job.RunJson;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in the store: repeated from their own record, resumed and forked, to the same bits. */
class StoredRunTest {
    @TempDir
    private Path folder;

    private JsonNode eos(String... arguments) throws IOException {
        ProgramRun result = ProgramRun.eos(arguments);
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    private StoredRun stored(String id) {
        return FolderStore.open(folder, Clock.systemUTC()).find(id);
    }

    private static void assertSameRows(Table actual, Table expected, int from) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            double[] tail = Arrays.copyOfRange(expected.column(name), from, expected.rows());
            assertThat(actual.column(name)).as(name).isEqualTo(tail);
        }
    }

    @Test
    void aRunIsRepeatedFromItsOwnRecord() throws IOException {
        JsonNode first = eos("run", "canonical", "--steps", "500", "--json", "--store", folder.toString());
        Path record = stored(first.get("id").asText()).folder().resolve("experiment.yaml");
        JsonNode again = eos("run", record.toString(), "--json", "--no-store");
        assertThat(again.get("states")).isEqualTo(first.get("states"));
        assertThat(first.get("files").toString()).contains("columns.parquet");
    }

    @Test
    void aRunFromItsOwnInitialParametersIsRepeatedFromItsRecord() throws IOException {
        Path init = Files.writeString(folder.resolve("init.csv"), "0.71\n0.004\n0.21\n");
        JsonNode first = eos(
                "run",
                "canonical",
                "--steps",
                "300",
                "--init",
                init.toString(),
                "--json",
                "--store",
                folder.toString());
        Path record = stored(first.get("id").asText()).folder().resolve("experiment.yaml");
        JsonNode again = eos("run", record.toString(), "--json", "--no-store");
        assertThat(again.get("states")).isEqualTo(first.get("states"));
    }

    @Test
    void anInterruptedRunIsResumedToTheSameBits() throws IOException {
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        NamedExperiment loaded = new ExperimentSource().load("canonical", false);
        Recording shown = new Recording.Every(1000);
        Job interrupted =
                new Job(store, new ExperimentSource(), e -> shown, List.of((state, row) -> state.step() < 1234));
        Job.Result left = interrupted.run(loaded, Recording.ALL);
        assertThat(left.run().trajectory().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(stored(left.id()).status()).isEqualTo(RunSummary.Status.RESUMABLE);
        JsonNode resumed = eos("resume", left.id(), "--json", "--store", folder.toString());
        Run whole = Run.of(loaded.experiment(), Recording.ALL, List.of());
        assertSameRows(stored(left.id()).table(), whole.trajectory().table(), 0);
        ObjectMapper json = new ObjectMapper();
        JsonNode expected =
                json.readTree(json.writeValueAsString(RunJson.of(whole, left.id(), "canonical", Recording.ALL)));
        for (String part : List.of("id", "outcome", "crossUp", "crossDown", "cycles", "claims", "certificate")) {
            assertThat(resumed.get(part)).as(part).isEqualTo(expected.get(part));
        }
    }

    @Test
    void whatGoesOnShowsTheStatesAskedFor() throws IOException {
        String[] states = {"--record", "0,10,100,1500", "--json", "--store", folder.toString()};
        JsonNode whole = eos(with(states, "run", "canonical", "--steps", "2000"));
        String id = eos("run", "canonical", "--steps", "1000", "--json", "--store", folder.toString())
                .get("id")
                .asText();
        JsonNode longer = eos(with(states, "resume", id, "--steps", "2000"));
        JsonNode forked = eos(with(states, "fork", whole.get("id").asText(), "--at", "1000", "--set", "eta=3.2"));
        assertThat(whole.get("states")).hasSize(4);
        assertThat(longer.get("states")).isEqualTo(whole.get("states"));
        assertThat(forked.get("states").findValuesAsText("step")).containsExactly("1500");
        ProgramRun thinned = ProgramRun.eos("resume", id, "--record", "every:5", "--store", folder.toString());
        assertThat(thinned.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(thinned.err()).startsWith("eos: --record: every:5 is said when a run begins");
    }

    private static String[] with(String[] options, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    @Test
    void aForkThatIsKilledBeforeItsFirstRowIsResumed() throws IOException {
        String id = eos("run", "canonical", "--steps", "600", "--json", "--store", folder.toString())
                .get("id")
                .asText();
        Job killed = new Job(
                FolderStore.open(folder, Clock.systemUTC()),
                new ExperimentSource(),
                e -> Recording.ALL,
                List.of((s, row) -> {
                    throw new IllegalStateException("killed");
                }));
        assertThatIllegalStateException().isThrownBy(() -> killed.fork(stored(id), 200, Map.of("eta", 3.1)));
        StoredRun left = FolderStore.open(folder, Clock.systemUTC()).runs().stream()
                .filter(run -> run.status() == RunSummary.Status.RESUMABLE)
                .findFirst()
                .orElseThrow();
        assertThat(left.columns()).isEmpty();
        JsonNode resumed = eos("resume", left.id(), "--json", "--store", folder.toString());
        JsonNode whole = eos("fork", id, "--at", "200", "--set", "eta=3.1", "--json", "--store", folder.toString());
        for (String part : List.of("outcome", "crossUp", "crossDown", "cycles", "claims")) {
            assertThat(resumed.get(part)).as(part).isEqualTo(whole.get(part));
        }
        assertThat(Files.mismatch(
                        stored(left.id()).columns().get(0),
                        stored(whole.get("id").asText()).columns().get(0)))
                .isNegative();
    }

    @Test
    void aFinishedRunGoesOnToMoreSteps() throws IOException {
        JsonNode first = eos("run", "canonical", "--steps", "1000", "--json", "--store", folder.toString());
        JsonNode longer =
                eos("resume", first.get("id").asText(), "--steps", "2000", "--json", "--store", folder.toString());
        JsonNode whole = eos("run", "canonical", "--steps", "2000", "--json", "--no-store");
        assertThat(longer.get("states")).isEqualTo(whole.get("states"));
        assertThat(longer.get("cycles")).isEqualTo(whole.get("cycles"));
        assertThat(longer.get("forkOf").get("step").asInt()).isEqualTo(1000);
    }

    @Test
    void aForkGoesOnFromAnyStep() throws IOException {
        JsonNode first = eos("run", "canonical", "--steps", "1000", "--json", "--store", folder.toString());
        String id = first.get("id").asText();
        JsonNode same = eos("fork", id, "--at", "700", "--set", "eta=3.2", "--json", "--store", folder.toString());
        assertSameRows(stored(same.get("id").asText()).table(), stored(id).table(), 700);
        JsonNode other = eos("fork", id, "--at", "700", "--set", "eta=3.3", "--json", "--store", folder.toString());
        assertThat(other.get("threshold").asDouble()).isEqualTo(2 / 3.3);
        for (String parameter : List.of("step", "alpha", "beta1", "beta2")) {
            assertThat(other.get("states").get(0).get(parameter))
                    .isEqualTo(same.get("states").get(0).get(parameter));
        }
    }

    @Test
    void aRunToAConditionIsResumedToTheSameBits() throws IOException {
        String until = "curvatureBeta1 > 0.64";
        JsonNode whole = eos("run", "canonical", "--set", "until=" + until, "--json", "--store", folder.toString());
        long met = whole.get("until").get("step").asLong();
        assertThat(whole.get("outcome").asText()).isEqualTo("completed");
        assertThat(whole.get("until").get("condition").asText()).isEqualTo(until);
        assertThat(whole.get("steps").asLong()).isEqualTo(met).isBetween(100L, 5000L);
        JsonNode states = whole.get("states");
        assertThat(states.get(states.size() - 1).get("step").asLong()).isEqualTo(met);
        ProgramRun text = ProgramRun.eos("run", "canonical", "--set", "until=" + until, "--no-store");
        assertThat(text.out()).contains("completed after " + met + " steps, at the first with " + until);
        Job interrupted = new Job(
                FolderStore.open(folder, Clock.systemUTC()),
                new ExperimentSource(),
                e -> new Recording.Every(1000),
                List.of((state, row) -> state.step() < met / 2));
        NamedExperiment canonical = new ExperimentSource().load("canonical", false);
        Job.Result left = interrupted.run(
                new NamedExperiment("canonical", canonical.experiment().with(Map.of("until", until))), Recording.ALL);
        JsonNode resumed = eos("resume", left.id(), "--json", "--store", folder.toString());
        assertThat(resumed.get("until")).isEqualTo(whole.get("until"));
        assertSameRows(
                stored(left.id()).table(), stored(whole.get("id").asText()).table(), 0);
        JsonNode forked = eos(
                "fork",
                left.id(),
                "--at",
                String.valueOf(met / 3),
                "--set",
                "steps=5999",
                "--json",
                "--store",
                folder.toString());
        assertThat(forked.get("until")).isEqualTo(whole.get("until"));
        assertSameRows(
                stored(forked.get("id").asText()).table(), stored(left.id()).table(), 0);
    }

    @Test
    void aRunThatHasMetItsConditionGoesOnWithoutItOnly() throws IOException {
        JsonNode first = eos("run", "canonical", "--set", "until=step >= 40", "--json", "--store", folder.toString());
        String id = first.get("id").asText();
        ProgramRun more = ProgramRun.eos("resume", id, "--steps", "7000", "--store", folder.toString());
        assertThat(more.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(more.err().strip())
                .endsWith("until: step >= 40 is met at step 40, so there is nothing to go on to; eos fork " + id
                        + " --at 40 --set until=none goes on from there");
        ProgramRun beyond = ProgramRun.eos("fork", id, "--at", "50", "--store", folder.toString());
        assertThat(beyond.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(beyond.err()).contains("was completed at step 40");
        JsonNode on = eos(
                "fork",
                id,
                "--at",
                "40",
                "--set",
                "until=none",
                "--set",
                "steps=60",
                "--json",
                "--store",
                folder.toString());
        assertThat(on.get("steps").asLong()).isEqualTo(60);
        assertThat(on.has("until")).isFalse();
    }

    @Test
    void whatCannotBeForkedIsRefused() throws IOException {
        JsonNode first = eos("run", "canonical", "--steps", "10", "--json", "--store", folder.toString());
        String id = first.get("id").asText();
        for (List<String> wrong : List.of(
                List.of("fork", id, "--at", "11"),
                List.of("fork", id, "--at", "-1"),
                List.of("fork", id, "--at", "5", "--set", "etta=1"),
                List.of("fork", "nothing", "--at", "5"),
                List.of("resume", id))) {
            List<String> arguments = new ArrayList<>(wrong);
            arguments.addAll(List.of("--store", folder.toString()));
            ProgramRun result = ProgramRun.eos(arguments.toArray(String[]::new));
            assertThat(result.exitCode()).as(wrong.toString()).isEqualTo(ExitCode.INPUT);
            assertThat(result.err().lines()).hasSize(1);
        }
    }
}
