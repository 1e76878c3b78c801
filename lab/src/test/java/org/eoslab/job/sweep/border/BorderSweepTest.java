package org.eoslab.job.sweep.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.experiment.InputException;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.store.file.LabelJournal;
import org.eoslab.sweep.RowColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the same border, traced in one go. */
class BorderSweepTest {
    private static final String FILE = String.join(
            "\n",
            "preset: canonical",
            "steps: 2000",
            "sweep:",
            "  axes:",
            "    eta: {from: 0.5, to: 4.5, points: 33}",
            "    alpha: {from: 0.3, to: 1, points: 33}",
            "border: {of: regime, coarse: 8, tolerance: 1e-3}");

    @TempDir
    private Path folder;

    private BorderSettings settings;

    @BeforeEach
    void readFile() throws IOException {
        Path file = Files.writeString(folder.resolve("border.yaml"), FILE);
        settings = BorderSettings.of(SweepFile.read(file)).orElseThrow();
    }

    private LabelJournal journal(String name) {
        return LabelJournal.open(folder.resolve(name));
    }

    private static List<List<Object>> values(BorderSweep border) {
        return border.points().columns().stream().map(RowColumn::values).toList();
    }

    @Test
    void goesOnWhereItWasStoppedOrKilled() throws IOException {
        BorderSweep whole;
        try (LabelJournal journal = journal("whole")) {
            whole = BorderSweep.trace(settings, 1, journal, () -> false).orElseThrow();
        }
        int[] asked = {0};
        try (LabelJournal journal = journal("stopped")) {
            assertThat(BorderSweep.trace(settings, 2, journal, () -> asked[0]++ == 2))
                    .isEmpty();
        }
        Path stopped = folder.resolve("stopped");
        assertThat(LabelJournal.read(stopped)).isNotEmpty().hasSizeLessThan((int) whole.runs());
        // As after a kill: a line cut short.
        Files.writeString(stopped, Files.readString(stopped) + "conver");
        try (LabelJournal journal = journal("stopped")) {
            int kept = journal.kept();
            BorderSweep rest =
                    BorderSweep.trace(settings, 2, journal, () -> false).orElseThrow();
            assertThat(kept).isBetween(1, (int) whole.runs() - 1);
            assertThat(rest.runs()).isEqualTo(whole.runs());
            assertThat(values(rest)).isEqualTo(values(whole));
        }
        assertThat(stopped).hasSameTextualContentAs(folder.resolve("whole"));
        assertThat(LabelJournal.read(stopped)).hasSize((int) whole.runs());
    }

    /** Most points of the mesh have no run in the journal: they are made here. */
    @Test
    void everyPointOfTheRegionsIsWhatItsRunGives() {
        BorderSweep whole;
        try (LabelJournal journal = journal("whole")) {
            whole = BorderSweep.trace(settings, 1, journal, () -> false).orElseThrow();
        }
        for (int side : new int[] {32, 16}) {
            BorderMap map = BorderMap.read(settings, folder.resolve("whole"), side);
            assertThat(map.runs()).isEqualTo(whole.runs());
            assertThat(map.points().column("before").values())
                    .isEqualTo(whole.points().column("before").values());
            List<Object> eta = map.regions().column("eta").values();
            List<Object> alpha = map.regions().column("alpha").values();
            List<Object[]> places = IntStream.range(0, map.regions().size())
                    .mapToObj(i -> new Object[] {eta.get(i), alpha.get(i)})
                    .toList();
            assertThat(places).hasSize((side + 1) * (side + 1));
            assertThat(map.regions().column("regime").values())
                    .isEqualTo(settings.border()
                            .sweep()
                            .rowsAt(places)
                            .column("regime")
                            .values());
        }
    }

    @Test
    void theRegionsOfASearchThatIsNotOverAreRefused() throws IOException {
        Path stopped = Files.writeString(folder.resolve("stopped"), "stable\nedge\nsta");
        assertThatThrownBy(() -> BorderMap.read(settings, stopped, 32))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("after 2 runs; go on by eos sweep FILE --resume");
        assertThat(stopped).hasContent("stable\nedge\nsta");
    }
}
