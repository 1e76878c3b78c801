package org.eoslab.torch.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a {@code .npy} file (NumPy's format 1.0 to 3.0): a magic number, a version, and a Python dictionary of the entries' type,
 * their order and the shape.
 *
 * @param type of the entries
 * @param order of the bytes of one
 * @param fortran whether the first index runs fastest
 * @param shape of the array
 */
record NumpyHeader(NumpyType type, ByteOrder order, boolean fortran, List<Long> shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** NumPy itself refuses longer ones. */
    private static final int LONGEST = 10_000;

    private static final Pattern TYPE = Pattern.compile("'descr': '([<>=|])(\\w+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': (True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([\\d, ]*)\\)");

    /**
     * Reads a header.
     *
     * @throws IOException when there is none, or the array is not of numbers, or too large
     */
    static NumpyHeader read(DataInputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("not a .npy file");
        }
        int version = in.readUnsignedByte();
        in.readUnsignedByte();
        int low = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        int length = version == 1 ? low : low + (Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16);
        byte[] text = in.readNBytes(Math.max(0, Math.min(length, LONGEST)));
        if (text.length < length || length < 0) {
            throw new IOException("its header is cut short");
        }
        String header = new String(text, StandardCharsets.ISO_8859_1).strip();
        Matcher type = TYPE.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !order.find() || !shape.find()) {
            throw new IOException(header + " is no header of an array of numbers");
        }
        NumpyType entries = NumpyType.of(type.group(2))
                .orElseThrow(() -> new IOException(
                        "its type " + type.group(2) + " is not read; it must be one of " + NumpyType.names()));
        List<Long> sizes = shape(shape.group(1), header);
        checked(sizes, entries, header);
        ByteOrder bytes = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NumpyHeader(entries, bytes, order.group(1).equals("True"), sizes);
    }

    private static List<Long> shape(String text, String header) throws IOException {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IOException("its shape is not allowed: " + header, e);
        }
    }

    private static void checked(List<Long> shape, NumpyType type, String header) throws IOException {
        try {
            long bytes = shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
            if (bytes <= Integer.MAX_VALUE - Long.BYTES) {
                return;
            }
        } catch (ArithmeticException e) {
            // falls through to the one message for both
        }
        throw new IOException("it is too large, with 2 GB and more: " + header);
    }

    /** How many bytes follow it. */
    int bytes() {
        return Math.toIntExact(shape.stream().reduce((long) type.bytes(), Math::multiplyExact));
    }
}
