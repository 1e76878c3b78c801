package org.eoslab.torch.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eoslab.experiment.InputException;

/**
 * A file in the IDX format of MNIST, compressed or not: a magic number (0, 0, the type, the number of axes), the axes as big-endian ints, the
 * numbers, big-endian. Bytes of images, which have three axes, are grey values from 0 to 1 of one channel.
 *
 * @param place the setting and the file
 * @param axes of the array, the examples first
 * @param type of its numbers
 * @param bytes its numbers
 */
record IdxFile(String place, List<Long> axes, Type type, ByteBuffer bytes) implements Values {
    /** Types of numbers, by their code. */
    private enum Type {
        UNSIGNED_BYTE(0x08, 1),
        SIGNED_BYTE(0x09, 1),
        SHORT(0x0B, 2),
        INT(0x0C, 4),
        FLOAT(0x0D, 4),
        DOUBLE(0x0E, 8);

        private final int code;
        private final int size;

        Type(int code, int size) {
            this.code = code;
            this.size = size;
        }

        double at(ByteBuffer bytes, int index) {
            return switch (this) {
                case UNSIGNED_BYTE -> Byte.toUnsignedInt(bytes.get(index));
                case SIGNED_BYTE -> bytes.get(index);
                case SHORT -> bytes.getShort(2 * index);
                case INT -> bytes.getInt(4 * index);
                case FLOAT -> bytes.getFloat(4 * index);
                case DOUBLE -> bytes.getDouble(8 * index);
            };
        }
    }

    /** Whether a file's name is that of an IDX file, as the published ones have it. */
    static boolean isOne(String file) {
        return file.matches(".*(idx\\d?(-ubyte)?|\\.idx)(\\.gz)?");
    }

    /**
     * Reads a file.
     *
     * @param key the setting that names it
     * @throws InputException when it cannot be read or is no IDX file
     */
    static IdxFile read(String key, String file) {
        String place = key + ": " + file;
        try (InputStream raw = Files.newInputStream(Path.of(file));
                DataInputStream in = new DataInputStream(
                        new BufferedInputStream(file.endsWith(".gz") ? new GZIPInputStream(raw) : raw))) {
            return read(place, in);
        } catch (NoSuchFileException e) {
            throw new InputException(place + ": there is no such file");
        } catch (IOException e) {
            throw new InputException(
                    place + " cannot be read: " + (e.getMessage() == null ? "it is cut short" : e.getMessage()));
        }
    }

    private static IdxFile read(String place, DataInputStream in) throws IOException {
        int magic = in.readInt();
        int dimensions = magic & 0xFF;
        Type type = null;
        for (Type candidate : Type.values()) {
            type = candidate.code == magic >>> 8 ? candidate : type;
        }
        if (type == null || dimensions < 1) {
            throw new InputException(String.format("%s is not an IDX file: it begins with %08x", place, magic));
        }
        List<Long> axes = new ArrayList<>();
        long size = type.size;
        for (int axis = 0; axis < dimensions; axis++) {
            axes.add(Integer.toUnsignedLong(in.readInt()));
            size = axes.get(axis) > 0 && size > Integer.MAX_VALUE / axes.get(axis)
                    ? Long.MAX_VALUE
                    : size * axes.get(axis);
        }
        if (axes.contains(0L)) {
            throw new InputException(place + " has the axes " + axes + ", and so no numbers");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new InputException(place + " has the axes " + axes + ", more than " + Integer.MAX_VALUE + " bytes");
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size || in.read() >= 0) {
            throw new InputException(place + " has " + (bytes.length < size ? bytes.length + " bytes" : "more bytes")
                    + " where its axes " + axes + " ask for " + size);
        }
        return new IdxFile(place, axes, type, ByteBuffer.wrap(bytes));
    }

    private boolean isImages() {
        return axes.size() == 3 && type == Type.UNSIGNED_BYTE;
    }

    @Override
    public int size() {
        return axes.get(0).intValue();
    }

    @Override
    public List<Long> shape() {
        return isImages() ? List.of(1L, axes.get(1), axes.get(2)) : axes.subList(1, axes.size());
    }

    @Override
    public void read(int index, double[] to) {
        double scale = isImages() ? 255 : 1;
        for (int i = 0; i < to.length; i++) {
            to[i] = type.at(bytes, index * to.length + i) / scale;
        }
    }
}
