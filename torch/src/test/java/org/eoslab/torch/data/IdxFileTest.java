package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IDX files that are nearly right: each one is refused in a line that says what is wrong with it. */
class IdxFileTest {
    /** Magic number, three axes and 2·3·4 bytes. */
    private static final int HEADER = 16;

    @TempDir
    private Path folder;

    private byte[] right() throws IOException {
        return Files.readAllBytes(IdxWriter.bytes(folder, "right-idx3-ubyte", i -> i, 2, 3, 4));
    }

    /** The right file, one of whose axes has this value in each of its four bytes. */
    private byte[] withAxis(int axis, int each) throws IOException {
        byte[] bytes = right();
        Arrays.fill(bytes, 4 + 4 * axis, 8 + 4 * axis, (byte) each);
        return bytes;
    }

    private IdxFile read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("read-idx3-ubyte"), bytes);
        return IdxFile.read("inputs", file.toString());
    }

    private void refused(byte[] bytes, String why) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith("inputs: ")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void readsAnArrayAsItWasWritten() throws IOException {
        IdxFile file = read(right());
        double[] second = new double[12];
        file.read(1, second);
        assertThat(file.size()).isEqualTo(2);
        assertThat(file.shape()).isEqualTo(List.of(1L, 3L, 4L));
        assertThat(second[5]).isEqualTo(17 / 255.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anAxisOfNothingHoldsNoNumbers(int axis) throws IOException {
        byte[] bytes = withAxis(axis, 0);
        refused(bytes, "and so no numbers");
        refused(Arrays.copyOf(bytes, HEADER), "and so no numbers");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anAxisBeyondAnArrayIsTooLarge(int axis) throws IOException {
        refused(withAxis(axis, 0xFF), "more than");
    }

    @ParameterizedTest
    @CsvSource({"39, 23 bytes", "16, 0 bytes", "41, more bytes", "15, cut short", "3, cut short", "0, cut short"})
    void aFileOfAnotherLengthIsRefused(int length, String why) throws IOException {
        refused(Arrays.copyOf(right(), length), why);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 10", "2, 15", "3, 0"})
    void anotherMagicNumberIsNoIdxFile(int place, byte value) throws IOException {
        byte[] bytes = right();
        bytes[place] = value;
        refused(bytes, "is not an IDX file");
    }
}
