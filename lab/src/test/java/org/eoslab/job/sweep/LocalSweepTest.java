package org.eoslab.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoreQuery;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSweepTest {
    private static final String FILE = String.join(
            "\n",
            "preset: canonical",
            "steps: 2000",
            "sweep:",
            "  axes:",
            "    eta: {from: 1, to: 4, points: 300}",
            "  target-loss: 1e-4");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("some.yaml"), FILE);
    }

    private SweepFolder open(String out, boolean resume) {
        return SweepFolder.open(folder.resolve(out), SweepFile.read(file), resume);
    }

    private static List<String> rows(SweepFolder sweep) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery(
                        "SELECT t::VARCHAR FROM " + sweep.files().sql() + " t ORDER BY \"index\"")) {
            while (all.next()) {
                rows.add(all.getString(1));
            }
        }
        return rows;
    }

    @Test
    void rowsDoNotDependOnThreadsNorOnAStop() throws Exception {
        try (SweepFolder one = open("one", false);
                SweepFolder two = open("two", false)) {
            new LocalSweep(1).run(one, () -> false, rows -> {});
            int[] done = {0};
            new LocalSweep(2).run(two, () -> done[0] > 0, rows -> done[0]++);
            assertThat(two.missing()).isNotEmpty().hasSizeLessThan(3);
            SweepEngine.Done rest = new LocalSweep(2).run(two, () -> false, rows -> {});
            assertThat(rest.rows()).isLessThan(300);
            assertThat(rows(two)).hasSize(300).isEqualTo(rows(one));
        }
    }

    /** As an earlier version left it whose partitions had fewer rows, with the files of one partition under the names of others. */
    @Test
    void partitionsOfAnotherSizeAreMadeAgain() throws Exception {
        try (SweepFolder whole = open("whole", false);
                SweepFolder old = open("old", false)) {
            new LocalSweep(2).run(whole, () -> false, rows -> {});
            Sweep sweep = old.file().sweep();
            old.write(0, sweep.rows(0, 50));
            old.write(1, sweep.partition(1));
            old.write(7, sweep.rows(280, 300));
        }
        try (SweepFolder resumed = open("old", true);
                SweepFolder whole = open("whole", true)) {
            assertThat(resumed.missing()).containsExactly(0L, 2L);
            assertThat(whole.missing()).isEmpty();
            new LocalSweep(2).run(resumed, () -> false, rows -> {});
            assertThat(rows(resumed)).hasSize(300).isEqualTo(rows(whole));
        }
    }

    @Test
    void queriesOfTheStoreSeeItsSweeps() throws Exception {
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        String count = "SELECT count(*)::VARCHAR FROM sweeps WHERE sweep = 'one' AND \"index\" < 250";
        assertThat(StoreQuery.ask(store, count).rows().get(0).get(0)).isEqualTo("0");
        try (SweepFolder sweep = open("sweeps/one", false)) {
            new LocalSweep(2).run(sweep, () -> false, rows -> {});
        }
        assertThat(StoreQuery.ask(store, count).rows().get(0).get(0)).isEqualTo("250");
    }

    @Test
    void resumesOnlyItsOwnFile() throws Exception {
        open("out", false).close();
        assertThatThrownBy(() -> open("out", false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds a sweep; go on with it by --resume");
        open("out", true).close();
        Files.writeString(file, FILE.replace("300", "301"));
        assertThatThrownBy(() -> open("out", true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds the rows of another sweep file");
    }

    @Test
    void aPartitionIsWholeOrAbsent() throws Exception {
        try (SweepFolder sweep = open("out", false)) {
            Path rows = folder.resolve("out").resolve("rows");
            DurableFiles.deleteTree(rows);
            Files.createFile(rows);
            assertThatThrownBy(() -> new LocalSweep(2).run(sweep, () -> false, r -> {}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("0 of 3 partitions are kept, go on by --resume");
            try (Stream<Path> left = Files.list(folder.resolve("out"))) {
                assertThat(left.map(p -> p.getFileName().toString())).contains("sweep.yaml", "rows");
            }
        }
    }

    @Test
    void aNetworkIsSweptInSmallPartsWithTheBitsOfSingleRuns() throws IOException {
        String contents = String.join(
                "\n",
                "preset: chebyshev-3",
                "steps: %d",
                "every: 10",
                "sweep:",
                "  design: sobol",
                "  runs: 12",
                "  axes:",
                "    eta: {from: 0.1, to: 0.6}",
                "    seed: {from: 1, to: 50}");
        Sweep large = SweepFile.read(Files.writeString(file, contents.formatted(3000)))
                .sweep();
        assertThat(large.partitions()).isEqualTo(12);
        Sweep small =
                SweepFile.read(Files.writeString(file, contents.formatted(20))).sweep();
        RowBlock rows = small.rows(0, 3);
        for (int i = 0; i < 3; i++) {
            Table table = Run.of(small.experiments(i, i + 1).get(0), Recording.ALL, List.of())
                    .trajectory()
                    .table();
            assertThat(rows.column("finalLoss").values().get(i)).isEqualTo(table.get("loss", 20));
            assertThat(rows.column("finalSharpness").values().get(i)).isEqualTo(table.get("sharpness", 20));
        }
    }
}
