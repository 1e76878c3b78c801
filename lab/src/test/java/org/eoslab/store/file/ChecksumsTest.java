package org.eoslab.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.store.file.Checksums.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
    /** Of "abc": the first example of FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        DurableFiles.write(file, path -> Files.writeString(path, text));
        return file;
    }

    private Path list() {
        return folder.resolve(Checksums.FILE);
    }

    private Map<String, Verdict> verdicts() throws IOException {
        return Checksums.of(folder).verify().stream()
                .collect(Collectors.toMap(f -> f.file().getFileName().toString(), Checksums.Finding::verdict));
    }

    @Test
    void listsWhatIsWrittenToASealedFolderAsSha256sumDoes() throws IOException {
        write("before", "x");
        assertThat(list()).doesNotExist();
        Checksums.seal(folder);
        write("a.txt", "abc");
        assertThat(Files.readString(list())).endsWith(ABC + "  a.txt\n").hasLineCount(2);
        assertThat(verdicts()).containsOnly(Map.entry("before", Verdict.OK), Map.entry("a.txt", Verdict.OK));
    }

    @Test
    void everyFlippedBitOfAFileAndOfTheListIsNoticed() throws IOException {
        Checksums.seal(folder);
        Path file = write("a.txt", "abc");
        write("b.txt", "abd");
        for (Path changed : List.of(file, list())) {
            byte[] bytes = Files.readAllBytes(changed);
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(changed, flipped);
                boolean last = changed.equals(list()) && bit / 8 == bytes.length - 1;
                // Without its last newline the list ends as a kill would leave it: b.txt counts as new, and is whole.
                assertThat(Checksums.of(folder).verify().stream().anyMatch(Checksums.Finding::bad))
                        .as("bit " + bit + " of " + changed)
                        .isEqualTo(!last);
            }
            Files.write(changed, bytes);
        }
        assertThat(verdicts().values()).containsOnly(Verdict.OK);
    }

    @Test
    void whatIsReadIsChecked() throws IOException {
        Checksums.seal(folder);
        Path file = write("a.txt", "abc");
        assertThatCode(() -> Checksums.check(file)).doesNotThrowAnyException();
        Files.writeString(file, "abd");
        assertThatThrownBy(() -> Checksums.check(file))
                .isInstanceOf(DamagedException.class)
                .hasMessageContaining("a.txt is damaged");
        Files.delete(file);
        assertThatThrownBy(() -> Checksums.check(file)).hasMessageContaining("missing");
    }

    @Test
    void aFileThatAKillLeftUnlistedIsWholeUnlessAListedOneIsMissing() throws IOException {
        Checksums.seal(folder);
        Path known = write("known", "abc");
        Path fresh = Files.writeString(folder.resolve("new"), "abc");
        Files.writeString(list(), ABC.substring(0, 20), StandardOpenOption.APPEND);
        assertThatCode(() -> Checksums.check(fresh)).doesNotThrowAnyException();
        assertThat(verdicts()).containsEntry("new", Verdict.NO_CHECKSUM).containsEntry("known", Verdict.OK);
        write("next", "abc");
        assertThat(Files.readString(list())).isEqualTo(ABC + "  known\n" + ABC + "  next\n");
        Files.delete(known);
        assertThatThrownBy(() -> Checksums.check(fresh)).hasMessageContaining("does not list it, but known");
        Checksums.seal(folder);
        assertThat(verdicts()).containsOnly(Map.entry("new", Verdict.OK), Map.entry("next", Verdict.OK));
    }

    @Test
    void whatIsReplacedOrDeletedIsListedNoMore() throws IOException {
        Checksums.seal(folder);
        Path file = write("a.txt", "old");
        write("a.txt", "abc");
        assertThat(Files.readString(list())).isEqualTo(ABC + "  a.txt\n");
        write("a.txt", "abc");
        assertThat(Files.readString(list())).isEqualTo(ABC + "  a.txt\n");
        DurableFiles.delete(folder, List.of(file));
        assertThat(Files.readString(list())).isEmpty();
        assertThat(file).doesNotExist();
    }
}
