package org.eoslab.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writing so that a kill, or a loss of power, leaves a whole file or none. */
public final class DurableFiles {
    static final String HALF_WRITTEN = ".tmp";

    private DurableFiles() {}

    /** What writes a file's contents to the path given to it. */
    @FunctionalInterface
    public interface Contents {
        /** Writes the file at {@code path}. */
        void writeTo(Path path) throws IOException;
    }

    /** Writes {@code file} under a temporary name beside it, then renames it; {@link Checksums} lists it. */
    public static void write(Path file, Contents contents) throws IOException {
        Path temporary = halfWritten(file);
        try {
            contents.writeTo(temporary);
            force(temporary);
            Checksums.put(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The temporary name of a file: what a kill leaves under it is no part of any folder. */
    public static Path halfWritten(Path file) {
        return file.resolveSibling(file.getFileName() + HALF_WRITTEN);
    }

    /** Whether that is a file which {@link #write} had not finished. */
    public static boolean isHalfWritten(Path file) {
        return file.toString().endsWith(HALF_WRITTEN);
    }

    /** Renames a file or folder in one step, replacing a file of that name, and makes it last. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(parent(to));
        if (!parent(from).equals(parent(to))) {
            force(parent(from));
        }
    }

    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /** Makes a file's contents, or a folder's list of names, last through a loss of power. */
    public static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && System.getProperty("os.name").startsWith("Windows")) {
            return; // a folder cannot be opened there, and renames are logged by the file system
        }
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Deletes some files of a folder. */
    public static void delete(Path folder, Collection<Path> files) throws IOException {
        Checksums.remove(folder, files);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Deletes a folder and all in it. */
    public static void deleteTree(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** What is in a folder, by name. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
