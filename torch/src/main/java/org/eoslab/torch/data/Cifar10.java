package org.eoslab.torch.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reader of CIFAR-10's official binary format: records of a label byte and 3 × 32 × 32 bytes, 10,000 a file. */
final class Cifar10 {
    private static final int PIXELS = 3 * 32 * 32;
    private static final int RECORDS = 10_000;
    private static final int FILES = 5;

    private Cifar10() {}

    /** The training images in the official order, up to the first gap and at most {@code most}. */
    static Images training(Path folder, int most) {
        byte[] pixels = new byte[most * PIXELS];
        byte[] labels = new byte[most];
        int count = 0;
        try {
            for (int file = 1; file <= FILES && count < most && count == (file - 1) * RECORDS; file++) {
                Path path = folder.resolve("data_batch_" + file + ".bin");
                if (Files.exists(path)) {
                    count += read(path, pixels, labels, count, Math.min(most - count, RECORDS));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the images in " + folder, e);
        }
        return new Images(3, 32, 32, Arrays.copyOf(pixels, count * PIXELS), Arrays.copyOf(labels, count));
    }

    /** Reads at most {@code most} records into position {@code at}; a record cut off at the end is left out. */
    private static int read(Path file, byte[] pixels, byte[] labels, int at, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int i = 0; i < most; i++) {
                int label = in.read();
                if (label < 0 || in.readNBytes(pixels, (at + i) * PIXELS, PIXELS) < PIXELS) {
                    return i;
                }
                labels[at + i] = (byte) label;
            }
        }
        return most;
    }
}
