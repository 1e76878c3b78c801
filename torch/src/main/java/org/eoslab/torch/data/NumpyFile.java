package org.eoslab.torch.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eoslab.experiment.InputException;

/**
 * Reader of NumPy's files: {@code x.npy} holds one array; of the several of {@code file.npz} one is named behind a colon,
 * {@code file.npz:x}. Of other contents, as of pickled objects, nothing is read.
 */
public final class NumpyFile {
    private static final String NPY = ".npy";
    private static final String NPZ = ".npz";

    private NumpyFile() {}

    /** Whether a file's name is that of NumPy's files, with an array's name behind it or not. */
    public static boolean isOne(String file) {
        return file.endsWith(NPY) || file.endsWith(NPZ) || file.contains(NPZ + ":");
    }

    /**
     * Reads an array.
     *
     * @param key the setting that names the file, for messages
     * @throws InputException when there is no such file or array, or it is not one of numbers
     */
    public static NumpyArray read(String key, String file) {
        try {
            int colon = file.lastIndexOf(NPZ + ":");
            if (colon >= 0) {
                String name = file.substring(colon + NPZ.length() + 1);
                return fromArchive(file.substring(0, colon + NPZ.length()), name);
            }
            return file.endsWith(NPZ) ? fromArchive(file, "") : fromFile(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new InputException(key + ": " + file + ": there is no such file");
        } catch (EOFException e) {
            throw new InputException(key + ": " + file + " cannot be read: not a .npy file");
        } catch (IOException e) {
            throw new InputException(key + ": " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static NumpyArray fromFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return array(in);
        }
    }

    private static NumpyArray fromArchive(String file, String name) throws IOException {
        if (!Files.exists(Path.of(file))) {
            throw new NoSuchFileException(file);
        }
        try (ZipFile zip = new ZipFile(file)) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.endsWith(NPY))
                    .map(n -> n.substring(0, n.length() - NPY.length()))
                    .toList();
            String wanted = name.isEmpty() && names.size() == 1 ? names.get(0) : name;
            if (!names.contains(wanted)) {
                throw new IOException((wanted.isEmpty() ? "it has several arrays" : "it has no array " + wanted)
                        + "; there are " + String.join(", ", names) + " (name one as in "
                        + Path.of(file).getFileName()
                        + ":" + (names.isEmpty() ? "x" : names.get(0)) + ")");
            }
            try (InputStream in = zip.getInputStream(zip.getEntry(wanted + NPY))) {
                return array(in);
            }
        } catch (ZipException e) {
            throw new IOException("not a .npz file", e);
        }
    }

    private static NumpyArray array(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            NumpyHeader header = NumpyHeader.read(in);
            byte[] bytes = in.readNBytes(header.bytes());
            boolean more = in.read() >= 0;
            if (bytes.length < header.bytes() || more) {
                throw new IOException("it has " + (more ? "more than the " : bytes.length + " bytes for the ")
                        + header.bytes() / header.type().bytes() + " numbers of its shape");
            }
            return new NumpyArray(header, bytes);
        }
    }
}
