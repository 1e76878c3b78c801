package org.eoslab.store.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.eoslab.experiment.InputException;

/**
 * The labels that a border search was given, a line each in the order in which it asked. A search asks the same questions after
 * the same answers, so one that was stopped or killed goes on from these. Behind a label stands the CRC-32C of it and all before it;
 * a journal without its first line, {@value #HEADER}, is of an earlier version and has none.
 */
public final class LabelJournal implements AutoCloseable {
    /** How the names of these files end. */
    public static final String ENDING = ".labels";

    /** Hexadecimal digits of a sum. */
    private static final int DIGITS = 8;

    private static final String HEADER = "# labels, each with the CRC-32C of all so far";
    private final Path file;
    private final List<String> kept;
    private final CRC32C sum;
    private final boolean checked;
    private final Writer writer;
    private int next;

    private LabelJournal(Path file, Contents contents, Writer writer) {
        this.file = file;
        this.kept = contents.labels;
        this.sum = contents.sum;
        this.checked = contents.checked;
        this.writer = writer;
    }

    private record Contents(List<String> labels, CRC32C sum, boolean checked, int length) {}

    /**
     * Opens it, made when absent; a last line that a kill cut short is dropped.
     *
     * @throws InputException when it is damaged, or cannot be read or written
     */
    public static LabelJournal open(Path file) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            Contents contents = contents(file, bytes);
            Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (contents.length < bytes.length) {
                Files.write(file, Arrays.copyOf(bytes, contents.length));
            }
            if (contents.length == 0) {
                writer.write(HEADER + "\n");
                writer.flush();
            }
            return new LabelJournal(file, contents, writer);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * The labels in a journal that somebody else may be writing.
     *
     * @throws InputException when it is damaged or cannot be read
     */
    public static List<String> read(Path file) {
        try {
            return contents(file, Files.readAllBytes(file)).labels;
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** What it holds, without a last line that a kill cut short. */
    private static Contents contents(Path file, byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        List<String> lines =
                new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
        boolean checked = lines.isEmpty() || lines.get(0).equals(HEADER);
        List<String> labels = new ArrayList<>();
        CRC32C sum = new CRC32C();
        for (int i = checked ? 1 : 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            String label = tab < 0 ? line : line.substring(0, tab);
            if (checked != tab >= 0 || checked && !line.equals(line(label, sum))) {
                throw damaged(file, i + 1);
            }
            labels.add(label);
        }
        // A line that was cut short has no more than a line has: its end has been changed.
        String rest = new String(bytes, length, bytes.length - length, StandardCharsets.ISO_8859_1);
        int tab = rest.indexOf('\t');
        if (checked && tab >= 0 && rest.length() > tab + 1 + DIGITS) {
            throw damaged(file, lines.size() + 1);
        }
        return new Contents(labels, sum, checked, length);
    }

    private static InputException damaged(Path file, int line) {
        return new InputException(
                file + ":" + line + ": is damaged; delete the file, and eos sweep --resume makes its" + " runs again");
    }

    /** The line of a label, which goes into the sum. */
    private static String line(String label, CRC32C sum) {
        sum.update((label + "\n").getBytes(StandardCharsets.UTF_8));
        return String.format("%s\t%08x", label, sum.getValue());
    }

    /** How many labels there were when it was opened. */
    public int kept() {
        return kept.size();
    }

    /** The next of those, at most {@code count}; none when all have been given. */
    public List<String> next(int count) {
        int from = next;
        next = Math.min(kept.size(), from + count);
        return kept.subList(from, next);
    }

    /**
     * Writes the labels made after those.
     *
     * @throws InputException when it cannot
     */
    public void append(List<String> labels) {
        try {
            for (String label : labels) {
                writer.write((checked ? line(label, sum) : label) + "\n");
            }
            writer.flush();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static InputException failure(Path file, IOException e) {
        return new InputException(file + ": cannot be written: " + e.getMessage());
    }
}
