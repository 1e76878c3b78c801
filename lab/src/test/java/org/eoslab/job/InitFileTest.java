package org.eoslab.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitFileTest {
    @TempDir
    private Path folder;

    /** A file as numpy.save writes it: magic, version 1.0, a padded header, the numbers. */
    private Path numpy(String descr, String order, ByteBuffer numbers) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': (3,), }";
        String padded = header + " ".repeat(118 - header.length() - 1) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + 118 + numbers.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
        file.put(padded.getBytes(StandardCharsets.US_ASCII)).put(numbers.rewind());
        return Files.write(folder.resolve("init.npy"), file.array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsBothPrecisionsOfNumpy() throws IOException {
        Path doubles = numpy(
                "<f8", "False", littleEndian(24).putDouble(0.1).putDouble(-0.0).putDouble(1e-300));
        assertThat(InitFile.read(doubles)).containsExactly(0.1, -0.0, 1e-300);
        Path floats = numpy(
                "<f4", "False", littleEndian(12).putFloat(0.1f).putFloat(2).putFloat(-3));
        assertThat(InitFile.read(floats)).containsExactly(0.1f, 2, -3);
    }

    @Test
    void whatItWritesReadsBackAsTheSameBits() {
        double[] parameters = {0.1, -0.0, Math.PI, Double.MIN_VALUE, 1e300};
        Path file = folder.resolve("init.csv");
        InitFile.write(parameters, file);
        assertThat(InitFile.read(file)).isEqualTo(parameters);
    }

    @Test
    void refusesWhatIsNotParameters() throws IOException {
        Path integers = numpy("<i8", "False", littleEndian(24));
        assertRefused(integers, "float32 or float64");
        assertRefused(numpy("<f8", "False", littleEndian(24).putDouble(Double.NaN)), "not finite");
        assertRefused(numpy("<f8", "False", littleEndian(19)), "19 bytes for the 3 numbers of its shape");
        ByteBuffer huge = littleEndian(24).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0});
        Path header = Files.write(
                folder.resolve("huge.npy"), huge.putInt(Integer.MAX_VALUE - 5).array());
        assertRefused(header, "header is cut short");
        assertRefused(Path.of("/dev/zero"), "more than");
        assertRefused(Files.writeString(folder.resolve("short.npy"), "x"), "not a .npy file");
        assertRefused(Files.writeString(folder.resolve("a.csv"), "1\ntwo\n"), "a.csv:2: two");
        assertRefused(folder.resolve("absent.csv"), "absent.csv");
    }

    private static void assertRefused(Path file, String says) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> InitFile.read(file))
                .withMessageContaining(says);
    }
}
