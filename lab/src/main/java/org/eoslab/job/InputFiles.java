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
 * A run that goes on must find them as they were.
 */
final class InputFiles {
    /** The key of a run's document. */
    static final String KEY = "inputs";

    private static final String FILE = "file";
    private static final String SUM = "sha256";

    /** Digits of a checksum that are shown. */
    private static final int SHOWN = 12;

    private InputFiles() {}

    /** Those of an experiment, as they are now. */
    static Map<String, Map<String, String>> of(Experiment experiment) {
        Map<String, Object> values = experiment.settings().acting();
        Map<String, Map<String, String>> files = new LinkedHashMap<>();
        for (Setting<?> setting : experiment.settings().schema()) {
            Object value = values.get(setting.name());
            if (setting.kind() == Setting.Kind.FILE && value != null) {
                path(String.valueOf(value)).ifPresent(path -> {
                    Map<String, String> file = new LinkedHashMap<>();
                    file.put(FILE, path.toAbsolutePath().normalize().toString());
                    file.put(SUM, sum(setting.name(), path));
                    files.put(setting.name(), file);
                });
            }
        }
        return files;
    }

    /**
     * Checks that the files of a stored run are what they were when it began; of one that an older version began nothing is known.
     *
     * @throws InputException when one has changed or is gone
     */
    static void check(StoredRun stored) {
        if (!(stored.origin().get(KEY) instanceof Map<?, ?> files)) {
            return;
        }
        files.forEach((setting, value) -> {
            if (value instanceof Map<?, ?> file) {
                check(
                        stored.id(),
                        String.valueOf(setting),
                        Path.of(String.valueOf(file.get(FILE))),
                        String.valueOf(file.get(SUM)));
            }
        });
    }

    private static void check(String id, String setting, Path file, String sum) {
        String place = "run " + id + ": " + setting + ": " + file;
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    place + ": there is no such file any more; put back the one that the run began with");
        }
        String now = sum(setting, file);
        if (!now.equals(sum)) {
            throw new InputException(place + " has changed since the run began: its SHA-256 was "
                    + shown(sum) + " and is " + shown(now)
                    + "; put back the file as it was, or begin anew by eos run");
        }
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
