package org.eoslab.store.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eoslab.experiment.InputException;

/**
 * The labels that a border search was given, a line each in the order in which it asked. A search asks the same questions after
 * the same answers, so one that was stopped or killed goes on from these.
 */
public final class LabelJournal implements AutoCloseable {
    private final Path file;
    private final List<String> kept;
    private final Writer writer;
    private int next;

    private LabelJournal(Path file, List<String> kept, Writer writer) {
        this.file = file;
        this.kept = kept;
        this.writer = writer;
    }

    /**
     * Opens it, made when absent; a last line that a kill cut short is dropped.
     *
     * @throws InputException when it cannot be read or written
     */
    public static LabelJournal open(Path file) {
        try {
            List<String> kept = List.of();
            if (Files.exists(file)) {
                String text = Files.readString(file);
                String whole = whole(text);
                if (whole.length() < text.length()) {
                    Files.writeString(file, whole);
                }
                kept = whole.lines().toList();
            }
            return new LabelJournal(
                    file, kept, Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * The labels in a journal that somebody else may be writing.
     *
     * @throws InputException when it cannot be read
     */
    public static List<String> read(Path file) {
        try {
            return whole(Files.readString(file)).lines().toList();
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** The text without a last line that a kill cut short. */
    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
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
                writer.write(label + "\n");
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
