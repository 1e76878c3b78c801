package org.eoslab.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.store.StoredRun;
import org.eoslab.store.file.Checksums;

/**
 * The files that an experiment reads, with their SHA-256: by the setting that names one, {@code {"file": "/data/x.npz", "sha256": "5891b5…"}}.
 * What goes on must find them as they were. The folder that data sets were found in is only a hint, {@code {"folder": "/data"}}: where it is no
 * more, they are looked for in the default one.
 */
public final class InputFiles {
    /** The key of a run's document. */
    public static final String KEY = "inputs";

    private static final String FILE = "file";
    private static final String FOLDER = "folder";
    private static final String SUM = "sha256";

    /** Digits of a checksum that are shown. */
    private static final int SHOWN = 12;

    private InputFiles() {}

    /** Those of an experiment, as they are now. */
    public static Map<String, Map<String, String>> of(Experiment experiment) {
        Map<String, Object> values = experiment.settings().flat();
        Map<String, Map<String, String>> inputs = new LinkedHashMap<>();
        for (Setting<?> setting : experiment.settings().schema()) {
            String name = String.valueOf(values.get(setting.name()));
            if (setting.kind() == Setting.Kind.FILE) {
                path(name).ifPresent(path -> {
                    Map<String, String> file = new LinkedHashMap<>();
                    file.put(FILE, absolute(path));
                    file.put(SUM, sum(setting.name(), path));
                    inputs.put(setting.name(), file);
                });
            } else if (setting.kind() == Setting.Kind.FOLDER && !name.isBlank()) {
                inputs.put(setting.name(), Map.of(FOLDER, absolute(Path.of(name))));
            }
        }
        return inputs;
    }

    /** Those of a stored run, as they were when it began; of one that an older version began nothing is known. */
    static Map<?, ?> of(StoredRun stored) {
        return stored.origin().get(KEY) instanceof Map<?, ?> inputs ? inputs : Map.of();
    }

    /** The settings of the folders in which a run found its data, where they still are: what its record leaves out. */
    static Map<String, String> folders(Map<?, ?> inputs) {
        Map<String, String> folders = new LinkedHashMap<>();
        inputs.forEach((setting, value) -> {
            if (value instanceof Map<?, ?> input
                    && input.get(FOLDER) instanceof String folder
                    && Files.isDirectory(Path.of(folder))) {
                folders.put(String.valueOf(setting), folder);
            }
        });
        return folders;
    }

    /**
     * Checks that the files are what they were.
     *
     * @param owner whose they are, and what is said before each message
     * @param inputs what {@link #of} said when it began
     * @throws InputException when one has changed or is gone
     */
    public static void check(String owner, Map<?, ?> inputs) {
        inputs.forEach((setting, value) -> {
            if (value instanceof Map<?, ?> input && input.get(FILE) instanceof String file) {
                check(owner + ": " + setting, String.valueOf(setting), Path.of(file), String.valueOf(input.get(SUM)));
            }
        });
    }

    private static void check(String owner, String setting, Path file, String sum) {
        String place = owner + ": " + file;
        if (!Files.isRegularFile(file)) {
            throw new InputException(place + ": there is no such file any more; put back the one that it began with");
        }
        String now = sum(setting, file);
        if (!now.equals(sum)) {
            throw new InputException(place + " has changed since: its SHA-256 was " + shown(sum) + " and is "
                    + shown(now) + "; put back the file as it was, or begin anew");
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static String shown(String sum) {
        return sum.length() <= SHOWN ? sum : sum.substring(0, SHOWN) + "…";
    }

    private static String sum(String setting, Path file) {
        try {
            return Checksums.sum(file);
        } catch (IOException e) {
            throw new InputException(setting + ": " + file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Where the name of a file ends in what a setting says: what is in an archive is named behind a colon. 0 where there is no such file.
     *
     * @param place where a file of a name would be
     */
    static int end(String text, Function<String, Path> place) {
        int end = text.length();
        while (end > 0 && !Files.isRegularFile(place.apply(text.substring(0, end)))) {
            end = Math.max(0, text.lastIndexOf(':', end - 1));
        }
        return end;
    }

    /** The file that a setting names. */
    private static Optional<Path> path(String name) {
        int end = end(name, Path::of);
        return end == 0 ? Optional.empty() : Optional.of(Path.of(name.substring(0, end)));
    }
}
