package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote ({@code src/test/python/arrays.py}): the entry [i, j] of a 4 × 3 array is 10i + j − 5. */
class NumpyFileTest {
    @TempDir
    private Path folder;

    private static Path file(String name) {
        URL resource = Objects.requireNonNull(NumpyFileTest.class.getResource("/numpy/" + name));
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertEntries(NumpyArray array, int least) {
        assertThat(array.shape()).containsExactly(4L, 3L);
        assertThat(array.length()).isEqualTo(12);
        double[] expected = new double[12];
        Arrays.setAll(expected, k -> 10 * (k / 3) + k % 3 + least);
        assertThat(array.toArray()).containsExactly(expected);
        double[] row = new double[3];
        array.read(6, row);
        assertThat(row).containsExactly(expected[6], expected[7], expected[8]);
        assertThat(array.place(7)).isEqualTo("[2, 1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64.npy", "fortran.npy"})
    void entriesAreInRowMajorOrderWhateverTheFilesOrder(String name) {
        NumpyArray array = NumpyFile.read("inputs", file(name).toString());
        assertEntries(array, -5);
        assertThat(array.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "little_f4",
                "little_f8",
                "big_f4",
                "big_f8",
                "i1",
                "little_i2",
                "big_i2",
                "little_i4",
                "big_i4",
                "little_i8",
                "big_i8"
            })
    void everyTypeAndByteOrder(String name) {
        NumpyArray array = NumpyFile.read("inputs", file("types.npz") + ":" + name);
        assertEntries(array, -5);
        assertThat(array.isWhole()).isEqualTo(name.matches(".*i\\d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "little_u2", "big_u2", "little_u4", "big_u4"})
    void everyTypeWithoutSign(String name) {
        assertEntries(NumpyFile.read("inputs", file("unsigned.npz") + ":" + name), 0);
    }

    @Test
    void theOneArrayOfAnArchiveNeedsNoName() {
        double[] truth = NumpyFile.read("inputs", file("one.npz").toString()).toArray();
        assertThat(truth).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void aNumberHasNoShape() {
        NumpyArray number = NumpyFile.read("inputs", file("number.npy").toString());
        assertThat(number.shape()).isEmpty();
        assertThat(number.toArray()).containsExactly(2.5);
    }

    @Test
    void findsWhatIsNotFinite() throws IOException {
        byte[] bytes = Files.readAllBytes(file("float64.npy"));
        assertThat(NumpyFile.read("x", file("float64.npy").toString()).firstNotFinite())
                .isEqualTo(-1);
        Arrays.fill(bytes, bytes.length - 16, bytes.length - 8, (byte) 0xff);
        Path wrong = Files.write(folder.resolve("nan.npy"), bytes);
        NumpyArray array = NumpyFile.read("x", wrong.toString());
        assertThat(array.place(array.firstNotFinite())).isEqualTo("[3, 1]");
    }

    @Test
    void refusesInOneLineWhatIsNoArrayOfNumbers() throws IOException {
        assertRefused(file("text.npy").toString(), "its type U3 is not read; it must be one of float32, float64,");
        assertRefused(file("objects.npy").toString(), "its type O is not read");
        assertRefused(file("record.npy").toString(), "is no header of an array of numbers");
        assertRefused(file("types.npz").toString(), "it has several arrays; there are little_f4, little_f8,");
        assertRefused(file("one.npz") + ":y", "it has no array y; there are x (name one as in one.npz:x)");
        assertRefused("absent.npy", "inputs: absent.npy: there is no such file");
        assertRefused("absent.npz:x", "there is no such file");
        assertRefused(Files.writeString(folder.resolve("short.npy"), "x").toString(), "not a .npy file");
        assertRefused(Files.writeString(folder.resolve("short.npz"), "x").toString(), "not a .npz file");
        assertRefused(folder.toString(), "cannot be read");
        byte[] whole = Files.readAllBytes(file("float64.npy"));
        Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, whole.length - 1));
        assertRefused(cut.toString(), "it has 95 bytes for the 12 numbers of its shape");
        Path longer = Files.write(folder.resolve("longer.npy"), Arrays.copyOf(whole, whole.length + 1));
        assertRefused(longer.toString(), "it has more than the 12 numbers of its shape");
        Path headless = Files.write(folder.resolve("headless.npy"), Arrays.copyOf(whole, 40));
        assertRefused(headless.toString(), "its header is cut short");
        byte[] huge = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("(4, 3), }  ", "(4000000000,)")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Files.write(folder.resolve("huge.npy"), huge).toString(), "it is too large");
    }

    private static void assertRefused(String file, String says) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> NumpyFile.read("inputs", file))
                .withMessageStartingWith("inputs: " + file)
                .withMessageContaining(says)
                .withMessageNotContaining("\n");
    }
}
