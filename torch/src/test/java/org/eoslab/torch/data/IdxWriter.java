package org.eoslab.torch.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files for tests, the entries by their place. */
public final class IdxWriter {
    private IdxWriter() {}

    /** Writes an IDX file of doubles, type 0x0E. */
    public static Path doubles(Path folder, String name, IntToDoubleFunction values, int... axes) throws IOException {
        Path file = folder.resolve(name);
        OutputStream raw = Files.newOutputStream(file);
        try (DataOutputStream out = new DataOutputStream(name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw)) {
            out.writeInt(0x0E00 + axes.length);
            for (int axis : axes) {
                out.writeInt(axis);
            }
            for (int i = 0; i < IntStream.of(axes).reduce(1, (a, b) -> a * b); i++) {
                out.writeDouble(values.applyAsDouble(i));
            }
        }
        return file;
    }

    /** Writes an IDX file of unsigned bytes, type 0x08. */
    public static Path bytes(Path folder, String name, IntToDoubleFunction values, int... axes) throws IOException {
        Path file = folder.resolve(name);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(0x0800 + axes.length);
            for (int axis : axes) {
                out.writeInt(axis);
            }
            for (int i = 0; i < IntStream.of(axes).reduce(1, (a, b) -> a * b); i++) {
                out.writeByte((int) values.applyAsDouble(i));
            }
        }
        return file;
    }
}
