package org.eoslab.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelJournalTest {
    private static final List<String> LABELS = List.of("stable", "edge", "edge", "diverged", "stable");

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("border" + LabelJournal.ENDING);
        try (LabelJournal journal = LabelJournal.open(file)) {
            journal.append(LABELS);
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        // A first line that is not the header is one of an earlier version, whose lines have no sums: these here have.
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThatThrownBy(() -> LabelJournal.read(file))
                    .as("bit %d of byte %d of %d", bit % 8, bit / 8, whole.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void aLineThatAKillCutShortIsDropped() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<String> read = LabelJournal.read(file);
            assertThat(LABELS.subList(0, read.size())).isEqualTo(read);
        }
    }
}
