package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.InputException;

/**
 * Labelled images, a byte a value.
 *
 * @param channels of an image
 * @param rows of an image
 * @param columns of an image
 * @param pixels the images one after another, each channels × rows × columns, row-major; values 0 to 255
 * @param labels one an image, from 0
 */
record Images(int channels, int rows, int columns, byte[] pixels, byte[] labels) {
    /** The classes of each of the data sets that are read. */
    private static final int CLASSES = 10;

    int count() {
        return labels.length;
    }

    /** Values in one image. */
    int size() {
        return channels * rows * columns;
    }

    List<Long> shape() {
        return List.of((long) channels, (long) rows, (long) columns);
    }

    /** Value {@code i} of an image, 0 to 1. */
    double value(int image, int i) {
        return Byte.toUnsignedInt(pixels[image * size() + i]) / 255.0;
    }

    /**
     * Checks that there is such a class.
     *
     * @param label one of the labels, as it is in a file
     * @param place the file and the image, for messages
     */
    static byte label(int label, String place) {
        if (label < 0 || label >= CLASSES) {
            throw new InputException(place + " has the label " + label + "; it must be from 0 to " + (CLASSES - 1));
        }
        return (byte) label;
    }

    /** The first {@code count}. */
    Images first(int count) {
        return new Images(channels, rows, columns, Arrays.copyOf(pixels, count * size()), Arrays.copyOf(labels, count));
    }

    /** Those of the first {@code classes} classes, in order. */
    Images ofClasses(int classes) {
        int size = size();
        byte[] kept = new byte[pixels.length];
        byte[] keptLabels = new byte[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < classes) {
                System.arraycopy(pixels, i * size, kept, count * size, size);
                keptLabels[count++] = labels[i];
            }
        }
        return new Images(channels, rows, columns, kept, keptLabels).first(count);
    }
}
