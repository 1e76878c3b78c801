package org.eoslab.torch.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.experiment.InputException;

/** Reader of CIFAR-10's official binary format: records of a label byte and 3 × 32 × 32 bytes, 10,000 a file. */
final class Cifar10 {
    private static final int PIXELS = 3 * 32 * 32;
    private static final int RECORDS = 10_000;
    private static final int FILES = 5;

    private Cifar10() {}

    /** How many training images there are, in the official order up to the first gap. */
    static int count(Path folder) {
        int count = 0;
        try {
            for (int file = 1; file <= FILES && count == (file - 1) * RECORDS; file++) {
                Path path = folder.resolve("data_batch_" + file + ".bin");
                count += Files.exists(path) ? (int) Math.min(RECORDS, Files.size(path) / (1 + PIXELS)) : 0;
            }
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read: " + e.getMessage());
        }
        return count;
    }

    /** The training images in the official order, up to the first gap and at most {@code most}. */
    static Images training(Path folder, int most) {
        int count = Math.min(most, count(folder));
        byte[] pixels = new byte[count * PIXELS];
        byte[] labels = new byte[count];
        try {
            for (int at = 0; at < count; at += RECORDS) {
                Path path = folder.resolve("data_batch_" + (at / RECORDS + 1) + ".bin");
                read(path, pixels, labels, at, Math.min(count, at + RECORDS));
            }
        } catch (IOException e) {
            throw new InputException(folder + ": the images cannot be read: " + e.getMessage());
        }
        return new Images(3, 32, 32, pixels, labels);
    }

    /** The test images, at most {@code most}; none when the file is not there. */
    static Images test(Path folder, int most) {
        Path file = folder.resolve("test_batch.bin");
        try {
            int count = Files.exists(file) ? (int) Math.min(most, Files.size(file) / (1 + PIXELS)) : 0;
            byte[] pixels = new byte[count * PIXELS];
            byte[] labels = new byte[count];
            if (count > 0) {
                read(file, pixels, labels, 0, count);
            }
            return new Images(3, 32, 32, pixels, labels);
        } catch (IOException e) {
            throw new InputException(file + ": the images cannot be read: " + e.getMessage());
        }
    }

    private static void read(Path file, byte[] pixels, byte[] labels, int from, int to) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int i = from; i < to; i++) {
                labels[i] = Images.label(in.read(), file + ": image " + (i - from + 1));
                in.readNBytes(pixels, i * PIXELS, PIXELS);
            }
        }
    }
}
