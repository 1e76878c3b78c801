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
import org.eoslab.run.Table;

/**
 * NumPy's file format, version 1.0: a table as one structured array with a float64 field a column, so that
 * {@code np.load("run.npy")["sharpness"]} is that column.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

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
}
