package org.eoslab.torch.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eoslab.experiment.DataTables;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.BatchSetting;
import org.eoslab.torch.data.ExampleFile;
import org.eoslab.torch.data.Examples;
import org.eoslab.torch.data.Split;
import org.eoslab.torch.data.Values;

/** Examples from files of one's own: which files, which columns, how many rows, and what is held back for a test. */
final class ExampleSettings {
    private static final String NONE = Setting.NO_FILE;

    static final Setting<String> DATA = Setting.file(
            "data",
            "a table with inputs and targets in its columns, or images with labels in CIFAR's format",
            "a .csv, .tsv, .csv.gz, .parquet or .bin file, or none",
            NONE);
    static final Setting<List<String>> TARGET = Setting.parsed(
                    "target",
                    "the columns of the table that are to be learned",
                    "the name of a column, or a list of names such as [y1, y2]",
                    ExampleSettings::names,
                    NONE)
            .when(DATA.name(), List.of(Setting.A_FILE));
    static final Setting<List<String>> FEATURES = Setting.parsed(
                    "features",
                    "the columns of the table that are the inputs",
                    "a list of names such as [x1, x2], or others for all that are not the target",
                    ExampleSettings::features,
                    "others")
            .when(DATA.name(), List.of(Setting.A_FILE));
    static final Setting<String> INPUTS = Setting.file(
            "inputs",
            "the inputs in a file of their own, the examples along the first axis",
            "a .npy file, an array of a .npz as in file.npz:x, an IDX file, or none",
            NONE);
    static final Setting<String> TARGETS = Setting.file(
            "targets",
            "the targets to those inputs: numbers of the output's shape, or labels",
            "a .npy file, an array of a .npz as in file.npz:y, an IDX file, or none",
            NONE);
    static final Setting<String> TEST_INPUTS = Setting.file(
            "testInputs", "a test set in the format of the examples", "a file as data or inputs has it, or none", NONE);
    static final Setting<String> TEST_TARGETS =
            Setting.file("testTargets", "the targets of the test set", "a file as targets has it, or none", NONE);
    static final Setting<Double> TEST = Setting.number(
            "test",
            "the share of the rows that is held back for a test set, chosen by the seed",
            "at least 0 and below 1",
            x -> x >= 0 && x < 1,
            0.0);
    static final Setting<Long> ROWS =
            Setting.integer("rows", "the first so many examples only, 0 for all", 0, Integer.MAX_VALUE, 0L);
    static final Setting<Scaling> STANDARDISE = Setting.choice(
            "standardise",
            "inputs by the mean and deviation of the examples used, targets that are numbers too, or not at all",
            List.of(Scaling.USED, Scaling.ALL, Scaling.NONE),
            scaling -> scaling.name().toLowerCase(Locale.ROOT),
            Scaling.USED);

    static final List<Setting<?>> ALL =
            List.of(DATA, TARGET, FEATURES, INPUTS, TARGETS, ROWS, STANDARDISE, TEST, TEST_INPUTS, TEST_TARGETS);

    /** What is standardised. */
    enum Scaling {
        /** The inputs. */
        USED,
        /** Inputs and targets. */
        ALL,
        /** Nothing. */
        NONE
    }

    private ExampleSettings() {}

    private static List<String> features(String text) {
        return text.equals("others") ? List.of() : names(text);
    }

    private static List<String> names(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        List<String> names =
                Arrays.stream(plain.split(",", -1)).map(String::strip).toList();
        if (names.contains("") || Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException(text);
        }
        return text.equals(NONE) ? List.of() : names;
    }

    /** The inputs and targets of the settings, and of the test set that has files of its own, as they are in the files. */
    static Read read(Settings settings) {
        boolean data = isGiven(settings, DATA);
        if (data == isGiven(settings, INPUTS)) {
            throw new InputException(
                    data
                            ? "inputs: " + settings.get(INPUTS) + " is not allowed with data: " + settings.get(DATA)
                                    + "; one of them has the examples"
                            : "missing: data (a table or images with labels), or inputs and targets (arrays)");
        }
        boolean table = data && !ExampleFile.isCifar(settings.get(DATA));
        if (table && !DataTables.isOne(settings.get(DATA))) {
            throw new InputException("data: " + settings.get(DATA) + " is not allowed; it must be "
                    + DATA.allowed().replace(", or none", "") + "; arrays are given by inputs and targets");
        }
        if (table && settings.get(TARGET).isEmpty()) {
            throw new InputException("missing: target (" + TARGET.description() + "; there are "
                    + String.join(", ", DataTables.columns(DATA.name(), settings.get(DATA))) + ")");
        }
        if (!table) {
            refuse(settings, TARGET, "it names a column of a table");
            refuse(settings, FEATURES, "they name columns of a table");
        }
        if (data) {
            refuse(settings, TARGETS, "targets are in the file of data");
            refuse(settings, TEST_TARGETS, "targets are in the file of testInputs");
        } else if (!isGiven(settings, TARGETS)) {
            throw new InputException("missing: targets (" + TARGETS.description() + ")");
        }
        boolean tested = isTested(settings, data);
        ExampleFile training = file(settings, data ? DATA : INPUTS, TARGETS, table, List.of());
        List<String> classes = training.targets().orElseThrow().classes();
        Read read = new Read(
                training,
                tested ? Optional.of(file(settings, TEST_INPUTS, TEST_TARGETS, table, classes)) : Optional.empty());
        read.test().ifPresent(test -> checkShape(test.inputs(), read.training().inputs()));
        return read;
    }

    /**
     * Whether there is a test set in files of its own.
     *
     * @param together whether inputs and targets are in one file
     * @throws InputException when one of two files is missing, or there is another test set
     */
    static boolean isTested(Settings settings, boolean together) {
        boolean tested = isGiven(settings, TEST_INPUTS);
        if (tested && settings.get(TEST) > 0) {
            throw new InputException("test: " + settings.get(TEST) + " is not allowed with testInputs: "
                    + settings.get(TEST_INPUTS) + "; one of them is the test set");
        }
        if (!together && tested != isGiven(settings, TEST_TARGETS)) {
            throw new InputException(
                    tested
                            ? "missing: testTargets (" + TEST_TARGETS.description() + ")"
                            : "missing: testInputs (" + TEST_INPUTS.description() + ")");
        }
        return tested;
    }

    /**
     * The places of the examples to learn, and of those held back for a test.
     *
     * @param size how many there are in the file
     * @param place the setting and the file, for messages
     * @throws InputException when there are fewer than {@code rows}, or {@code test} leaves none
     */
    static Split split(Settings settings, int size, String place) {
        int rows = settings.get(ROWS).intValue();
        if (rows > size) {
            throw new InputException("rows: " + rows + " is not allowed; " + place + " has " + size);
        }
        int used = rows == 0 ? size : rows;
        double share = settings.get(TEST);
        int held = (int) Math.round(share * used);
        if (share > 0 && (held == 0 || held == used)) {
            throw new InputException("test: " + share + " is not allowed; of " + used + " examples it leaves none for "
                    + (held == 0 ? "the test set" : "training"));
        }
        return Split.of(used, held, settings.get(BatchSetting.SEED));
    }

    private static void checkShape(Values test, Values training) {
        if (!test.shape().equals(training.shape())) {
            throw new InputException(test.place() + " has examples of the shape " + test.shape() + " and "
                    + training.place() + " of " + training.shape() + "; they must be the same");
        }
    }

    private static boolean isGiven(Settings settings, Setting<?> key) {
        return !settings.stored(key).equals(key.defaultValue());
    }

    private static void refuse(Settings settings, Setting<?> key, String why) {
        if (isGiven(settings, key)) {
            throw new InputException(key.name() + ": " + settings.stored(key) + " has no effect here; " + why);
        }
    }

    private static ExampleFile file(
            Settings settings, Setting<String> inputs, Setting<String> targets, boolean table, List<String> classes) {
        String file = settings.get(inputs);
        if (table) {
            return ExampleFile.table(inputs.name(), file, settings.get(TARGET), settings.get(FEATURES), classes);
        }
        if (isGiven(settings, DATA)) {
            return ExampleFile.cifar(inputs.name(), file);
        }
        return new ExampleFile(
                ExampleFile.array(inputs.name(), file),
                Optional.of(ExampleFile.array(targets.name(), settings.get(targets))));
    }

    /**
     * What was read.
     *
     * @param training the examples
     * @param test those of a test set with files of its own
     */
    record Read(ExampleFile training, Optional<ExampleFile> test) {
        /**
         * The examples to learn and those of the test set.
         *
         * @param settings the same
         * @param classes how many there are, if the targets are labels; 0 if they are numbers
         */
        Sets sets(Settings settings, long classes) {
            Examples all = examples(training, classes);
            Split split = ExampleSettings.split(
                    settings, all.size(), training.inputs().place());
            Examples used = all.at(split.training());
            Optional<Examples> held = split.test().length == 0 ? Optional.empty() : Optional.of(all.at(split.test()));
            Optional<Examples> own = test.map(file -> examples(file, classes)).or(() -> held);
            Scaling scaling = settings.get(STANDARDISE);
            return scaling == Scaling.NONE
                    ? new Sets(used, own)
                    : new Sets(used, own).map(examples -> {
                        Examples scaled = examples.standardisedBy(used);
                        return scaling == Scaling.ALL ? scaled.targetsStandardisedBy(used) : scaled;
                    });
        }

        private static Examples examples(ExampleFile file, long classes) {
            return Examples.of(file.inputs(), file.targets().orElseThrow(), classes);
        }

        /** What is to be learned. */
        Values targets() {
            return training.targets().orElseThrow();
        }
    }

    /**
     * Examples to learn, and to look at.
     *
     * @param training to learn
     * @param test to look at; empty for none
     */
    record Sets(Examples training, Optional<Examples> test) {
        private Sets map(UnaryOperator<Examples> function) {
            return new Sets(function.apply(training), test.map(function));
        }
    }
}
