package org.eoslab.torch.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.experiment.InputException;

/**
 * A file in the binary format of CIFAR-10 or CIFAR-100: records of a label byte, or of two, the finer one second, and 3 × 32 × 32 bytes, which
 * are values from 0 to 1.
 *
 * @param place the setting and the file
 * @param bytes all records
 * @param record bytes in a record
 */
@SuppressWarnings("ArrayRecordComponent")
record CifarFile(String place, byte[] bytes, int record) {
    private static final List<Long> SHAPE = List.of(3L, 32L, 32L);
    private static final int PIXELS = 3 * 32 * 32;

    /**
     * Reads a file.
     *
     * @param key the setting that names it
     * @throws InputException when it cannot be read or is no such file
     */
    static CifarFile read(String key, String file) {
        String place = key + ": " + file;
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new InputException(place + ": there is no such file");
            }
            byte[] bytes = Files.readAllBytes(path);
            for (int labels = 1; labels <= 2; labels++) {
                if (bytes.length % (PIXELS + labels) == 0) {
                    return new CifarFile(place, bytes, PIXELS + labels);
                }
            }
            throw new InputException(place + " is not in CIFAR's binary format: its " + bytes.length
                    + " bytes are no whole number of records of 3073 or 3074");
        } catch (IOException e) {
            throw new InputException(place + " cannot be read: " + e.getMessage());
        }
    }

    /** The images. */
    Values images() {
        return new Part(place, bytes, record, record - PIXELS, SHAPE, 255);
    }

    /** Their labels. */
    Values labels() {
        return new Part(place, bytes, record, record - PIXELS - 1, List.of(), 1);
    }

    /** A part of each record, from a place in it on. */
    private record Part(String place, byte[] bytes, int record, int from, List<Long> shape, double scale)
            implements Values {
        @Override
        public int size() {
            return bytes.length / record;
        }

        @Override
        public void read(int index, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = Byte.toUnsignedInt(bytes[index * record + from + i]) / scale;
            }
        }
    }
}
