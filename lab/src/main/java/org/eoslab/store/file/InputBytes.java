package org.eoslab.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that a user names, which need not have an end: {@code /dev/zero} has none. */
public final class InputBytes {
    /** The largest file of parameters: 16 million doubles. */
    private static final int LARGEST = 1 << 27;

    /** The largest file of settings. */
    private static final int LARGEST_TEXT = 1 << 22;

    private InputBytes() {}

    /**
     * Reads it.
     *
     * @throws IOException when it cannot be read or is too large
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, LARGEST);
    }

    /**
     * Reads settings.
     *
     * @throws IOException when they cannot be read or are too large
     */
    public static String readText(Path file) throws IOException {
        return new String(read(file, LARGEST_TEXT), StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return bytes;
        }
    }
}
