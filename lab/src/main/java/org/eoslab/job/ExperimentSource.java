package org.eoslab.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.store.StoredRun;
import org.eoslab.store.file.InputBytes;

/** Where experiments come from: presets and YAML files. */
public final class ExperimentSource {
    private static final Pattern WORD_BEFORE_A_LIST = Pattern.compile("\\b([A-Za-z][\\w-]*)[ \\t]+\\[");

    private final Catalogue catalogue;

    /** Of every model and preset on the class path. */
    public ExperimentSource() {
        this(Catalogue.load());
    }

    /** Of this catalogue. */
    public ExperimentSource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The catalogue it reads from. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Whether {@link #load} takes that name: of a preset, or of a file that may not be there. */
    public boolean takes(String name) {
        return isFile(name) || catalogue.presets().stream().map(Preset::name).anyMatch(name::equals);
    }

    private static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The preset of that name, or the experiment in that file when it ends in .yaml or .yml. */
    public NamedExperiment load(String name, boolean quick) {
        if (!isFile(name)) {
            Preset preset = catalogue.preset(name);
            Experiment experiment = catalogue.experiment(preset);
            return new NamedExperiment(name, quick ? experiment.with(preset.quick()) : experiment);
        }
        Path file = Path.of(name);
        try {
            String base = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            return new NamedExperiment(base, experiment(readYaml(file), file));
        } catch (InputException e) {
            throw String.valueOf(e.getMessage()).startsWith(name)
                    ? e
                    : new InputException(name + ": " + e.getMessage());
        }
    }

    /**
     * The experiment that a file's contents describe.
     *
     * @param file where they are from: the files that they name are looked for beside it
     */
    public Experiment experiment(Map<String, Object> contents, Path file) {
        Map<String, Object> settings = new LinkedHashMap<>(contents);
        Object init = settings.remove("init");
        locate(settings, file);
        Experiment experiment = catalogue.experiment(settings);
        return init == null ? experiment : experiment.from(InitFile.read(file.resolveSibling(String.valueOf(init))));
    }

    /** The experiment of a stored run, with its data where they were when it began. */
    public Experiment experiment(StoredRun stored) {
        return experiment(stored.experiment(), stored.folder().resolve("experiment.yaml"))
                .with(InputFiles.folders(InputFiles.of(stored)));
    }

    /** Names the files that are beside a file from anywhere: in the record they are found again. */
    public void locate(Map<String, Object> contents, Path file) {
        catalogue.models().stream()
                .filter(model -> model.name().equals(contents.get("model")))
                .forEach(model -> locate(contents, model, file));
    }

    /** The same of some settings of a model. */
    public static void locate(Map<String, Object> settings, Model model, Path file) {
        model.settings().stream()
                .forEach(setting -> settings.computeIfPresent(setting.name(), (key, name) -> switch (setting.kind()) {
                    case FILE -> beside(file, name);
                    case FOLDER -> folderBeside(file, String.valueOf(name));
                    default -> name;
                }));
    }

    private static String folderBeside(Path file, String name) {
        Path folder = file.resolveSibling(name);
        return !name.isBlank() && Files.isDirectory(folder)
                ? folder.toAbsolutePath().normalize().toString()
                : name;
    }

    private static Object beside(Path file, Object name) {
        String text = String.valueOf(name);
        int end = InputFiles.end(text, file::resolveSibling);
        return end == 0
                ? name
                : file.resolveSibling(text.substring(0, end)).toAbsolutePath().normalize() + text.substring(end);
    }

    /** The top-level mapping of a YAML file. */
    public static Map<String, Object> readYaml(Path file) {
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        String text;
        try {
            text = InputBytes.readText(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage());
        }
        try {
            Map<String, Object> map = parse(mapper, text);
            if (map == null) {
                throw new InputException(file + ": is empty; it must hold keys and values such as model: minimalist");
            }
            map.replaceAll((key, value) -> doubles(file, key, value));
            return map;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new InputException(file + ":" + line + ":" + column + ": malformed YAML: " + problem);
        }
    }

    /**
     * The mapping of a text. A word right before a list in a list, {@code [tanh, residual [linear 8, tanh]]}, is not YAML, and is taken for the key of
     * that list, {@code [tanh, residual: [linear 8, tanh]]}.
     */
    private static Map<String, Object> parse(ObjectMapper mapper, String text) throws JsonProcessingException {
        TypeReference<LinkedHashMap<String, Object>> type = new TypeReference<>() {};
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            Matcher words = WORD_BEFORE_A_LIST.matcher(text);
            try {
                return mapper.readValue(words.replaceAll("$1: ["), type);
            } catch (JsonProcessingException still) {
                throw e;
            }
        }
    }

    /** The same value with its decimal numbers as doubles; one that would become 0 is refused. */
    private static Object doubles(Path file, Object key, Object value) {
        if (value instanceof BigDecimal decimal) {
            double nearest = decimal.doubleValue();
            if (nearest == 0 && decimal.signum() != 0) {
                throw new InputException(file + ": " + key + ": " + decimal
                        + " is not allowed; it is not 0, and too small for a double, whose least is "
                        + Double.MIN_VALUE);
            }
            return nearest;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> read = new LinkedHashMap<>();
            map.forEach((k, v) -> read.put(k, doubles(file, k, v)));
            return read;
        }
        return value instanceof List<?> list
                ? list.stream().map(v -> doubles(file, key, v)).toList()
                : value;
    }
}
