package org.eoslab.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.file.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed: what they leave is a whole run, a resumable one, or none. */
class KillTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Experiment EXPERIMENT =
            CATALOGUE.experiment(CATALOGUE.preset("canonical")).with(Map.of("steps", Scribe.STEPS));
    private static final Table WHOLE =
            Run.of(EXPERIMENT, Recording.ALL, List.of()).trajectory().table();

    @TempDir
    private Path folder;

    @Test
    void aKillLeavesWholeAndResumableRunsOnly() throws Exception {
        // After these many lines: in the first step, between checkpoints (two), while finishing, in a second run.
        for (int lines : new int[] {1, 5, 14, 22, 30}) {
            Process scribe = Scribe.start(folder, 1000);
            assertThat(Scribe.read(scribe, lines)).isEqualTo(lines);
            scribe.destroyForcibly().waitFor();
            checkAll(FolderStore.open(folder, Clock.systemUTC()));
        }
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        List<RunSummary> left = store.list();
        assertThat(left)
                .extracting(RunSummary::status)
                .contains(RunSummary.Status.FINISHED, RunSummary.Status.RESUMABLE);
        for (RunSummary run : left) {
            if (run.status() == RunSummary.Status.RESUMABLE) {
                assertSameRows(resume(store.find(run.id())).table());
            }
        }
        assertThat(store.list()).extracting(RunSummary::status).containsOnly(RunSummary.Status.FINISHED);
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
        assertThat(folder.resolve("trash")).isEmptyDirectory();
    }

    private static void checkAll(FolderStore store) {
        for (RunSummary run : store.list()) {
            StoredRun stored = store.find(run.id());
            assertThat(CATALOGUE.experiment(stored.experiment()).settings()).isEqualTo(EXPERIMENT.settings());
            assertThat(stored.checkpoints()).isNotEmpty();
            stored.checkpoints()
                    .forEach(step ->
                            assertThat(stored.checkpoint(step).state().step()).isEqualTo(step));
            if (run.status() == RunSummary.Status.FINISHED) {
                assertThat(run.outcome()).isEqualTo("completed");
                assertSameRows(stored.table());
            } else {
                assertThat(run.status()).isEqualTo(RunSummary.Status.RESUMABLE);
            }
        }
    }

    private static StoredRun resume(StoredRun left) {
        List<Long> checkpoints = left.checkpoints();
        Checkpoint checkpoint = left.checkpoint(checkpoints.get(checkpoints.size() - 1));
        Run.InProgress running = Run.InProgress.begin(EXPERIMENT, Recording.ALL).at(checkpoint.state());
        running.timeline().restore(checkpoint.timeline());
        try (RunWriter writer = left.resume()) {
            running.finish(List.of(new RunStream(writer, running, Scribe.INTERVAL)));
            return writer.finish(Map.of("outcome", "completed"));
        }
    }

    private static void assertSameRows(Table table) {
        assertThat(table.names()).isEqualTo(WHOLE.names());
        for (String name : WHOLE.names()) {
            assertThat(table.column(name)).as(name).isEqualTo(WHOLE.column(name));
        }
    }

    @Test
    void twoProcessesWriteAtOnceWhileAThirdReads() throws IOException, InterruptedException {
        int runs = 2;
        Process one = Scribe.start(folder, runs);
        Process two = Scribe.start(folder, runs);
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        boolean more = true;
        while (more) {
            store.list().forEach(run -> assertThat(run.status()).isNotEqualTo(RunSummary.Status.RESUMABLE));
            StoreQuery.ask(store, "SELECT count(*) FROM rows");
            more = Scribe.read(one, 10) + Scribe.read(two, 10) > 0;
        }
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(store.list()).hasSize(2 * runs);
        checkAll(store);
    }
}
