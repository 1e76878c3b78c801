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
    private static final String TRAINING = "train";
    private static final String TEST = "t10k";

    /** Rows or columns of an image. */
    private static final int LONGEST = 4096;

    private Idx() {}

    /** How many training images there are. */
    static int count(Path folder) {
        return training(folder, Integer.MAX_VALUE).count();
    }

    /** The training images, at most {@code most}; none when the files are not there. */
    static Images training(Path folder, int most) {
        return ofSet(folder, TRAINING, most);
    }

    /** The test images, at most {@code most}; none when the files are not there. */
    static Images test(Path folder, int most) {
        return ofSet(folder, TEST, most);
    }

    private static Images ofSet(Path folder, String set, int most) {
        Path images = folder.resolve(set + "-images-idx3-ubyte");
        Path labels = folder.resolve(set + "-labels-idx1-ubyte");
        return Files.exists(images) && Files.exists(labels)
                ? read(images, labels, most)
                : new Images(1, 28, 28, new byte[0], new byte[0]);
    }

    private static Images read(Path imageFile, Path labelFile, int most) {
        try (DataInputStream images = open(imageFile);
                DataInputStream labels = open(labelFile)) {
            header(images, imageFile, 3);
            header(labels, labelFile, 1);
            int count = Math.min(most, images.readInt());
            int rows = images.readInt();
            int columns = images.readInt();
            if (labels.readInt() < count) {
                throw new InputException(labelFile + ": has fewer labels than " + imageFile + " has images");
            }
            if (count < 0 || rows < 1 || rows > LONGEST || columns < 1 || columns > LONGEST) {
                throw new InputException(imageFile + ": " + count + " images of " + rows + " x " + columns
                        + " are not allowed; they must be at most " + LONGEST + " x " + LONGEST);
            }
            int size = rows * columns;
            count = Math.min(count, Integer.MAX_VALUE / size);
            byte[] pixels = images.readNBytes(count * size);
            byte[] classes = labels.readNBytes(count);
            for (int i = 0; i < classes.length; i++) {
                Images.label(Byte.toUnsignedInt(classes[i]), labelFile + ": image " + (i + 1));
            }
            Images all = new Images(1, rows, columns, pixels, classes);
            return all.first(Math.min(pixels.length / size, all.labels().length));
        } catch (IOException e) {
            throw new InputException(imageFile + ": the images cannot be read: "
                    + (e.getMessage() == null ? "cut short" : e.getMessage()));
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private static void header(DataInputStream in, Path name, int dimensions) throws IOException {
        int magic = in.readInt();
        if (magic != 0x0800 + dimensions) {
            throw new InputException(String.format(
                    "%s: is not an IDX file: it begins with %08x, not %08x", name, magic, 0x0800 + dimensions));
        }
    }
}
