package org.eoslab.torch.data;

import java.util.List;
import java.util.Optional;
import org.eoslab.experiment.DataTables;
import org.eoslab.experiment.InputException;

/**
 * What a file has of examples, whatever its format.
 *
 * @param inputs the inputs, or targets where the file is named for them
 * @param targets the targets, where the file has both
 */
public record ExampleFile(Values inputs, Optional<Values> targets) {
    /** Whether a file's name says that it is in CIFAR's binary format, with images and labels in one file. */
    public static boolean isCifar(String file) {
        return file.endsWith(".bin");
    }

    /**
     * Reads an array of inputs or targets: NumPy's or IDX.
     *
     * @param key the setting that names the file, for messages
     * @throws InputException when it is none, or cannot be read
     */
    public static Values array(String key, String file) {
        if (NumpyFile.isOne(file)) {
            return ArrayValues.read(key, file);
        }
        if (IdxFile.isOne(file)) {
            return IdxFile.read(key, file);
        }
        throw new InputException(key + ": " + file
                + " is not allowed; it must be a .npy file, an array of a .npz as in file.npz:x, or an IDX file such as"
                + " train-images-idx3-ubyte");
    }

    /**
     * Reads a file of CIFAR's.
     *
     * @param key the setting that names the file, for messages
     * @throws InputException when it is none, or cannot be read
     */
    public static ExampleFile cifar(String key, String file) {
        CifarFile read = CifarFile.read(key, file);
        return new ExampleFile(read.images(), Optional.of(read.labels()));
    }

    /**
     * Reads a table. A single target column without a number in it names classes, which are in the order of their names.
     *
     * @param key the setting that names the file, for messages
     * @param target the columns of the targets
     * @param features the columns of the inputs; empty for all others
     * @param classes the names of the classes, where other examples have them; empty to find out
     * @throws InputException when there is no such column, a target is a feature too, or an entry is no number, or no class
     */
    public static ExampleFile table(
            String key, String file, List<String> target, List<String> features, List<String> classes) {
        List<String> columns = DataTables.columns(key, file);
        target.forEach(name -> check("target", name, columns));
        features.forEach(name -> check("features", name, columns));
        List<String> inputs = features.isEmpty()
                ? columns.stream().filter(name -> !target.contains(name)).toList()
                : features;
        if (inputs.isEmpty()) {
            throw new InputException(key + ": " + file + " has no column besides the target");
        }
        for (String name : target) {
            if (inputs.contains(name)) {
                throw new InputException(
                        "features: " + name + " is the target too; what is to be learned cannot be given");
            }
        }
        String place = key + ": " + file;
        return new ExampleFile(
                new ColumnValues(
                        place,
                        read(
                                key,
                                file,
                                inputs,
                                features.isEmpty() ? ", or features must name the columns to learn from" : "")),
                Optional.of(targets(key, file, target, classes)));
    }

    private static Values targets(String key, String file, List<String> target, List<String> classes) {
        String place = key + ": " + file;
        if (target.size() == 1) {
            List<String> text = DataTables.text(key, file, target.get(0));
            if (!classes.isEmpty() || ClassValues.areNames(text)) {
                return ClassValues.of(
                        place,
                        target.get(0),
                        text,
                        classes.isEmpty() ? text.stream().distinct().sorted().toList() : classes);
            }
        }
        return new ColumnValues(
                place,
                read(
                        key,
                        file,
                        target,
                        "; classes are whole numbers from 0, or names in every row of a single column"));
    }

    /** Columns; a refusal of an entry that is no number says besides what would be right. */
    private static double[][] read(String key, String file, List<String> columns, String right) {
        try {
            return DataTables.read(key, file, columns);
        } catch (InputException e) {
            String message = String.valueOf(e.getMessage());
            throw message.endsWith("must be a finite number") ? new InputException(message + right) : e;
        }
    }

    private static void check(String key, String name, List<String> columns) {
        if (!columns.contains(name)) {
            throw InputException.unknown(key + ": column", name, columns);
        }
    }
}
