package org.eoslab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.LowRank;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.file.Checkpoint;
import org.eoslab.store.file.DurableFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T22:35:00Z"), ZoneOffset.UTC);
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Experiment EXPERIMENT = CATALOGUE.experiment(CATALOGUE.preset("canonical"));

    @TempDir
    private Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = FolderStore.open(folder, CLOCK);
    }

    private static Map<String, Object> document() {
        return Map.of(
                "id",
                "not this one",
                "outcome",
                "completed",
                "seconds",
                0.25,
                "threshold",
                0.625,
                "firstCrossing",
                121);
    }

    private StoredRun save(String name) {
        Run run = Run.of(EXPERIMENT.with(Map.of("steps", 50)), Recording.ALL, List.of());
        try (RunWriter writer = store.begin(name, run.experiment())) {
            writer.rows(run.trajectory().table());
            writer.checkpoint(new Checkpoint(run.trajectory().end(), new double[0]));
            return writer.finish(document());
        }
    }

    @Test
    void aRunComesBackAsItWas() {
        Run run = Run.of(EXPERIMENT, Recording.ALL, List.of());
        StoredRun saved;
        try (RunWriter writer = store.begin("canonical", EXPERIMENT)) {
            writer.rows(run.trajectory().table());
            writer.checkpoint(new Checkpoint(run.trajectory().end(), new double[0]));
            saved = writer.finish(document());
        }
        StoredRun found = store.find(saved.id());
        assertThat(found.id()).matches("canonical-20261124-223500-[0-9a-f]{4}");
        assertThat(CATALOGUE.experiment(found.experiment()).settings()).isEqualTo(EXPERIMENT.settings());
        assertSameBits(found.table(), run.trajectory().table());
        assertThat(found.checkpoints()).containsExactly(6000L);
        assertSameBits(
                found.checkpoint(6000).state().parameters(),
                run.trajectory().end().parameters());
        assertThat(found.document().get("id").asText()).isEqualTo(saved.id());
        assertThat(found.recording()).isEqualTo(Recording.ALL);
        RunSummary row = store.list().get(0);
        assertThat(row.status()).isEqualTo(RunSummary.Status.FINISHED);
        assertThat(row.firstCrossing()).isEqualTo(121);
        assertThat(row.started()).isEqualTo(CLOCK.instant());
        assertThat(found.files())
                .extracting(f -> f.getFileName().toString())
                .containsExactly(
                        "checkpoint-000000000006000.state",
                        "checksums.sha256",
                        "columns.parquet",
                        "experiment.yaml",
                        "origin.json",
                        "run.json");
    }

    @Test
    void runsOfTheSameSecondAreListedNewestFirst() {
        Instant second = CLOCK.instant();
        List<String> ids = IntStream.of(0, 0, 100, 999_990, 999_990)
                .mapToObj(micros -> {
                    store = FolderStore.open(folder, Clock.fixed(second.plusNanos(micros * 1000L), ZoneOffset.UTC));
                    return save("often").id();
                })
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(store.list())
                .extracting(RunSummary::id)
                .containsExactlyElementsOf(
                        ids.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void everyDoubleKeepsItsBits() {
        double[] odd = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Math.nextUp(1.0),
            0x1.fffffffffffffp-1023
        };
        Table table = new Table(List.of("step", "x"), Recording.ALL, odd.length);
        for (int i = 0; i < odd.length; i++) {
            table.add(new double[] {i, odd[i]});
        }
        LowRank model = new LowRank(new double[] {-0.0, Double.NaN}, new double[][] {odd.clone(), odd.clone()});
        EigenPairs pairs = new EigenPairs(odd.clone(), model.vectors(), odd.clone(), 17, false, model);
        State state = new State(
                odd.clone(), odd.clone(), 3, 0.1 + 0.2, pairs, new Curvature(2, EigenPairs.NONE, pairs, true));
        try (RunWriter writer = store.begin("odd", EXPERIMENT)) {
            writer.rows(table);
            writer.checkpoint(new Checkpoint(state, new double[] {Double.NaN, -0.0}));
            StoredRun run = writer.finish(document());
            assertSameBits(run.table(), table);
            assertThat(run.checkpoint(3).timeline()).containsExactly(Double.NaN, -0.0);
            State back = run.checkpoint(3).state();
            assertSameBits(back.parameters(), odd);
            assertSameBits(back.memory(), odd);
            assertThat(back.time()).isEqualTo(state.time());
            assertSameBits(back.eigenPairs().vectors()[1], odd);
            assertThat(back.curvature().step()).isEqualTo(2);
            assertThat(back.curvature().repaired()).isTrue();
            EigenPairs pairsBack = back.curvature().preconditioned();
            assertSameBits(pairsBack.values(), odd);
            assertSameBits(pairsBack.residuals(), odd);
            assertSameBits(pairsBack.vectors()[1], odd);
            assertThat(pairsBack.products()).isEqualTo(17);
            assertThat(pairsBack.converged()).isFalse();
            assertSameBits(pairsBack.model().values(), model.values());
            assertSameBits(pairsBack.model().vectors()[0], odd);
        }
    }

    @Test
    void aRunThatKeptNoRowsIsStored() {
        try (RunWriter writer = store.begin("empty", EXPERIMENT)) {
            writer.rows(new Table(List.of("step", "loss"), Recording.ALL, 0));
            StoredRun run = writer.finish(document());
            assertThat(run.table().rows()).isZero();
            assertThat(run.table().names()).containsExactly("step", "loss");
        }
    }

    @Test
    void aWriterClosedBeforeTheEndLeavesNothing() {
        try (RunWriter writer = store.begin("left", EXPERIMENT)) {
            assertThat(store.list())
                    .singleElement()
                    .extracting(RunSummary::status)
                    .isEqualTo(RunSummary.Status.RUNNING);
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> store.delete(writer.id()))
                    .withMessageContaining("being written");
        }
        assertThat(store.list()).isEmpty();
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }

    @Test
    void aStreamedRunGoesOnFromItsLastCheckpointWithTheSameBits() {
        Run whole = Run.of(EXPERIMENT, Recording.ALL, List.of());
        String id;
        try (RunWriter writer = store.begin("stream", EXPERIMENT)) {
            id = writer.id();
            Run.InProgress running = Run.InProgress.begin(EXPERIMENT, Recording.ALL);
            RunStream stream = new RunStream(writer, running, 1000);
            running.finish(List.of(stream, (state, row) -> state.step() < 2500));
            stream.flush();
        }
        StoredRun left = FolderStore.open(folder, CLOCK).find(id);
        assertThat(left.status()).isEqualTo(RunSummary.Status.RESUMABLE);
        assertThat(left.checkpoints()).containsExactly(1000L, 2000L);
        Run.InProgress running = Run.InProgress.begin(EXPERIMENT, Recording.ALL)
                .at(left.checkpoint(2000).state());
        running.timeline().restore(left.checkpoint(2000).timeline());
        try (RunWriter writer = left.resume()) {
            running.finish(List.of(new RunStream(writer, running, 1000)));
            assertSameBits(writer.finish(document()).table(), whole.trajectory().table());
            assertThat(running.timeline().memory())
                    .isEqualTo(whole.trajectory().timeline().memory());
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> store.find(id).resume())
                .withMessageContaining("finished");
    }

    @Test
    void aRunIsWrittenDownEveryTenSecondsAndThatChangesNothing() {
        Run whole = Run.of(EXPERIMENT, Recording.ALL, List.of());
        long[] clock = {0};
        try (RunWriter writer = store.begin("timed", EXPERIMENT)) {
            Run.InProgress running = Run.InProgress.begin(EXPERIMENT, Recording.ALL);
            // A step takes 10 ms: every thousandth is due.
            RunStream stream = new RunStream(writer, running, 10_000, () -> clock[0]);
            running.finish(List.of(stream, (state, row) -> {
                clock[0] += 10_000_000;
                return true;
            }));
            List<Long> steps = new StoredRun(
                            store,
                            RunId.parse(writer.id()).orElseThrow(),
                            folder.resolve("unfinished").resolve(writer.id()),
                            RunSummary.Status.RUNNING)
                    .checkpoints();
            assertThat(steps).containsExactly(1000L, 2000L, 3000L, 4000L, 5000L, 6000L);
            assertSameBits(writer.finish(document()).table(), whole.trajectory().table());
        }
    }

    @Test
    void theCatalogueHealsItselfFromTheFolders() throws IOException {
        StoredRun kept = save("kept");
        StoredRun gone = save("gone");
        Files.write(folder.resolve("catalogue.duckdb"), new byte[] {1, 2, 3});
        DurableFiles.deleteTree(gone.folder());
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(kept.id());
        store.delete(kept.id());
        assertThat(store.list()).isEmpty();
    }

    @Test
    void anIdMayBeShortenedAndAnUnknownOneNamesTheNearest() {
        StoredRun a = save("canonical");
        StoredRun b = save("canonical");
        save("zhu");
        assertThat(store.find("zhu").id()).startsWith("zhu-");
        assertThat(store.find(a.id()).id()).isEqualTo(a.id());
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> store.find("canon"))
                .withMessageContaining("start of 2 runs")
                .withMessageContaining(b.id());
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> store.find("zhy-20261124-223500-0000"))
                .withMessageContaining("nearest is zhu-");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> store.delete("zhu"))
                .withMessageContaining("nearest is zhu-");
    }

    @Test
    void aStoreFromANewerVersionIsRefused() throws IOException {
        Files.writeString(folder.resolve("version"), "2\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> FolderStore.open(folder, CLOCK))
                .withMessageContaining("version 2")
                .withMessageContaining("up to 1");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneClearLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> FolderStore.open(file.resolve("store"), CLOCK))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("\n");
    }

    private static void assertSameBits(Table actual, Table expected) {
        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertSameBits(actual.column(name), expected.column(name));
        }
    }

    private static void assertSameBits(double[] actual, double[] expected) {
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
