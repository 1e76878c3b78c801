package org.eoslab.torch.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.experiment.InputException;

/**
 * Reader of the IDX format of MNIST and Fashion-MNIST: a big-endian magic number (0, 0, 8 for unsigned bytes, the number of
 * dimensions), the dimensions, the bytes.
 */
final class Idx {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    /** Rows or columns of an image. */
    private static final int LONGEST = 4096;

    private Idx() {}

    /** How many training images there are. */
    static int count(Path folder) {
        return training(folder, Integer.MAX_VALUE).count();
    }

    /** The training images, at most {@code most}; none when the files are not there. */
    static Images training(Path folder, int most) {
        if (!Files.exists(folder.resolve(IMAGES)) || !Files.exists(folder.resolve(LABELS))) {
            return new Images(1, 28, 28, new byte[0], new byte[0]);
        }
        try (DataInputStream images = open(folder, IMAGES);
                DataInputStream labels = open(folder, LABELS)) {
            header(images, IMAGES, 3);
            header(labels, LABELS, 1);
            int count = Math.min(most, images.readInt());
            int rows = images.readInt();
            int columns = images.readInt();
            if (labels.readInt() < count) {
                throw new InputException(folder + ": has fewer labels than images");
            }
            if (count < 0 || rows < 1 || rows > LONGEST || columns < 1 || columns > LONGEST) {
                throw new InputException(folder.resolve(IMAGES) + ": " + count + " images of " + rows + " x " + columns
                        + " are not allowed; they must be at most " + LONGEST + " x " + LONGEST);
            }
            int size = rows * columns;
            count = Math.min(count, Integer.MAX_VALUE / size);
            byte[] pixels = images.readNBytes(count * size);
            byte[] classes = labels.readNBytes(count);
            for (int i = 0; i < classes.length; i++) {
                Images.label(Byte.toUnsignedInt(classes[i]), folder.resolve(LABELS) + ": image " + (i + 1));
            }
            Images all = new Images(1, rows, columns, pixels, classes);
            return all.first(Math.min(pixels.length / size, all.labels().length));
        } catch (IOException e) {
            throw new InputException(
                    folder + ": the images cannot be read: " + (e.getMessage() == null ? "cut short" : e.getMessage()));
        }
    }

    private static DataInputStream open(Path folder, String name) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))));
    }

    private static void header(DataInputStream in, String name, int dimensions) throws IOException {
        int magic = in.readInt();
        if (magic != 0x0800 + dimensions) {
            throw new InputException(String.format(
                    "%s: is not an IDX file: it begins with %08x, not %08x", name, magic, 0x0800 + dimensions));
        }
    }
}
