package org.eoslab.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of the files in a folder, listed in its file {@value #FILE} as {@code sha256sum -c} reads it. A folder that has this
 * file is sealed: {@link DurableFiles} lists every file that it writes there, right after it is there, and takes a file that it is
 * to delete or replace off the list before. So what is listed is there whatever was killed, and what is not listed is new: it
 * counts as whole, unless something listed is missing.
 */
public final class Checksums {
    /** The list's name. */
    public static final String FILE = "checksums.sha256";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\]+)");
    private static final int BUFFER = 1 << 16;
    private static final Object WRITING = new Object();

    private final Path folder;
    private final boolean sealed;
    private final Map<String, String> sums;
    private final String garbled;

    private Checksums(Path folder, boolean sealed, Map<String, String> sums, String garbled) {
        this.folder = folder;
        this.sealed = sealed;
        this.sums = sums;
        this.garbled = garbled;
    }

    /** What can be said of a file. */
    public enum Verdict {
        /** Its bytes are those that were written. */
        OK,
        /** They are not. */
        DAMAGED,
        /** It is listed and not there. */
        MISSING,
        /** It is there and not listed. */
        NO_CHECKSUM;

        /** The name in JSON and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A file and what can be said of it.
     *
     * @param file the file
     * @param verdict about its bytes
     */
    public record Finding(Path file, Verdict verdict) {
        /** Whether something is wrong. */
        public boolean bad() {
            return verdict == Verdict.DAMAGED || verdict == Verdict.MISSING;
        }
    }

    /** What is listed in a folder; a line that a kill cut short is none. */
    public static Checksums of(Path folder) throws IOException {
        Path list = folder.resolve(FILE);
        if (!Files.exists(list)) {
            return new Checksums(folder, false, Map.of(), "");
        }
        String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
        Map<String, String> sums = new LinkedHashMap<>();
        String garbled = "";
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sums.put(matcher.group(2), matcher.group(1));
            } else {
                garbled = line;
            }
        }
        return new Checksums(folder, true, sums, garbled);
    }

    /** Seals a folder: lists what is there and not listed yet, and takes off the list what is not there. */
    public static void seal(Path folder) throws IOException {
        synchronized (WRITING) {
            Checksums now = of(folder);
            now.requireReadable();
            Map<String, String> sums = new LinkedHashMap<>(now.sums);
            sums.keySet().removeIf(name -> !Files.exists(folder.resolve(name)));
            for (Path file : DurableFiles.list(folder)) {
                if (isListable(file) && !sums.containsKey(name(file))) {
                    sums.put(name(file), sum(file));
                }
            }
            if (!now.sealed || !sums.equals(now.sums)) {
                replace(folder, sums);
            }
        }
    }

    private static boolean isListable(Path file) {
        return Files.isRegularFile(file)
                && !DurableFiles.isHalfWritten(file)
                && !name(file).equals(FILE)
                && !name(file).equals("lock")
                && !name(file).endsWith(LabelJournal.ENDING);
    }

    /** Puts {@code written} in the place of {@code file}, and lists it where the folder is sealed. */
    static void put(Path written, Path file) throws IOException {
        Path folder = DurableFiles.parent(file);
        if (!Files.exists(folder.resolve(FILE))) {
            DurableFiles.move(written, file);
            return;
        }
        String sum = sum(written);
        synchronized (WRITING) {
            boolean listed = Files.exists(file) && sum.equals(of(folder).sums.get(name(file)));
            if (Files.exists(file) && !listed) {
                remove(folder, List.of(file));
            }
            DurableFiles.move(written, file);
            if (!listed) {
                append(folder.resolve(FILE), sum + "  " + name(file) + "\n");
            }
        }
    }

    /** Takes files of a folder off its list. */
    static void remove(Path folder, Collection<Path> files) throws IOException {
        synchronized (WRITING) {
            Checksums now = of(folder);
            Map<String, String> sums = new LinkedHashMap<>(now.sums);
            files.forEach(file -> sums.remove(name(file)));
            if (now.sealed && sums.size() < now.sums.size()) {
                now.requireReadable();
                replace(folder, sums);
            }
        }
    }

    private static void append(Path list, String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(list, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
                end--; // what a kill, or a full disk, cut short
            }
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        }
    }

    private static void replace(Path folder, Map<String, String> sums) throws IOException {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        Path temporary = folder.resolve(FILE + DurableFiles.HALF_WRITTEN);
        try {
            Files.writeString(temporary, text);
            DurableFiles.force(temporary);
            DurableFiles.move(temporary, folder.resolve(FILE));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads a file's bytes and compares.
     *
     * @throws DamagedException when they are not those that were written, or the file is missing
     */
    public static void check(Path file) throws IOException {
        of(DurableFiles.parent(file)).checkAll(List.of(file));
    }

    /** The same for several files of this folder. */
    public void checkAll(Collection<Path> files) throws IOException {
        if (!sealed) {
            return;
        }
        requireReadable();
        for (Path file : files) {
            String expected = sums.get(name(file));
            if (expected == null) {
                for (Path listed : listed()) {
                    if (!Files.exists(listed)) {
                        throw new DamagedException(
                                file, FILE + " does not list it, but " + name(listed) + ", which is not there");
                    }
                }
            } else if (!Files.exists(file)) {
                throw new DamagedException(file, "it is missing");
            } else if (!sum(file).equals(expected)) {
                throw new DamagedException(file, "its bytes are not those that were written (SHA-256)");
            }
        }
    }

    private void requireReadable() throws IOException {
        if (!garbled.isEmpty()) {
            throw new DamagedException(folder.resolve(FILE), "\"" + garbled + "\" is not a line of it");
        }
    }

    /** The listed files, which should be there. */
    public List<Path> listed() {
        return sums.keySet().stream().map(folder::resolve).toList();
    }

    /** What can be said of every file of the folder. */
    public List<Finding> verify() throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (!garbled.isEmpty()) {
            findings.add(new Finding(folder.resolve(FILE), Verdict.DAMAGED));
        }
        for (Map.Entry<String, String> line : sums.entrySet()) {
            Path file = folder.resolve(line.getKey());
            boolean there = Files.exists(file);
            boolean same = there && sum(file).equals(line.getValue());
            findings.add(new Finding(file, !there ? Verdict.MISSING : same ? Verdict.OK : Verdict.DAMAGED));
        }
        for (Path file : DurableFiles.list(folder)) {
            if (isListable(file) && !sums.containsKey(name(file))) {
                findings.add(new Finding(file, Verdict.NO_CHECKSUM));
            }
        }
        return findings;
    }

    /** The SHA-256 of a file's bytes in 64 hexadecimal digits. */
    public static String sum(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
