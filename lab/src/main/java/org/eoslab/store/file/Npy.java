package org.eoslab.store.file;

import static java.util.stream.Collectors.joining;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eoslab.run.Table;

/**
 * NumPy's file format, version 1.0: a table as one structured array with a float64 field a column, so that
 * {@code np.load("run.npy")["sharpness"]} is that column.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([\\d, ]*)\\)");

    /** The header ends at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** Writes a table, replacing the file. */
    public static void write(Table table, Path file) throws IOException {
        double[][] columns = table.names().stream().map(table::column).toArray(double[][]::new);
        ByteBuffer row = ByteBuffer.allocate(Double.BYTES * columns.length).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header(table));
            for (int i = 0; i < table.rows(); i++) {
                row.clear();
                for (double[] column : columns) {
                    row.putDouble(column[i]);
                }
                out.write(row.array());
            }
        }
    }

    private static byte[] header(Table table) {
        String fields = table.names().stream().map(n -> "('" + n + "', '<f8')").collect(joining(", ", "[", "]"));
        String text = "{'descr': " + fields + ", 'fortran_order': False, 'shape': (" + table.rows() + ",), }";
        int start = MAGIC.length + Short.BYTES;
        int total = (start + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = text + " ".repeat(total - start - text.length() - 1) + "\n";
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** How many numbers an array of the header's shape has. */
    private static long count(String header) throws IOException {
        Matcher shape = SHAPE.matcher(header);
        if (!shape.find()) {
            throw new IOException("its shape cannot be read: " + header.strip());
        }
        try {
            long count = 1;
            for (String length : shape.group(1).split(",")) {
                if (!length.isBlank()) {
                    count = Math.multiplyExact(count, Integer.parseInt(length.strip()));
                }
            }
            return Math.multiplyExact(count, Double.BYTES) / Double.BYTES;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException("its shape is not allowed: " + header.strip(), e);
        }
    }

    /**
     * All numbers of a plain array, in C order, whatever its shape.
     *
     * @throws IOException when the file is not one, or its type is not float32 or float64 (little-endian), or its order not C
     */
    public static double[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(InputBytes.read(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < MAGIC.length + Integer.BYTES || !Arrays.equals(MAGIC, 0, 6, bytes.array(), 0, 6)) {
            throw new IOException("not a .npy file");
        }
        boolean first = bytes.get(6) == 1;
        int start = first ? MAGIC.length + Short.BYTES : MAGIC.length + Integer.BYTES;
        int length = first ? bytes.getShort(MAGIC.length) & 0xffff : bytes.getInt(MAGIC.length);
        if (length < 0 || length > bytes.limit() - start) {
            throw new IOException("its header is cut short");
        }
        String header = new String(bytes.array(), start, length, StandardCharsets.ISO_8859_1);
        boolean single = header.contains("'<f4'");
        if (!single && !header.contains("'<f8'") || header.contains("[(")) {
            throw new IOException("its type must be float32 or float64: " + header.strip());
        }
        if (!header.contains("'fortran_order': False")) {
            throw new IOException("its order must be C: " + header.strip());
        }
        bytes.position(start + length);
        long count = count(header);
        if (bytes.remaining() != count * (single ? Float.BYTES : Double.BYTES)) {
            throw new IOException("it has " + bytes.remaining() + " bytes for the " + count + " numbers of its shape");
        }
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = single ? bytes.getFloat() : bytes.getDouble();
        }
        return values;
    }
}
