package org.eoslab.job.sweep.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.sweep.Column;
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
        return border.points().columns().stream().map(Column::values).toList();
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
        assertThat(Files.readAllLines(stopped)).isNotEmpty().hasSizeLessThan((int) whole.runs());
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
        assertThat(Files.readAllLines(stopped)).hasSize((int) whole.runs());
    }
}
