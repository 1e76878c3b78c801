package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;

/** A data set from two arrays, the examples along the first axis of each. */
public final class ArrayData implements DataSet {
    private final String place;
    private final NumpyArray inputs;
    private final List<Long> inputShape;
    private final int size;
    private final Targets targets;

    /** What writes an example's target of a shape. */
    private record Targets(List<Long> shape, Labels labels, Reader reader) {
        static final Targets NONE = new Targets(List.of(0L), Labels.NONE, (index, target) -> {});

        int length() {
            return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(int index, double[] target);
    }

    private ArrayData(String place, NumpyArray inputs, Targets targets) {
        this.place = place;
        this.inputs = inputs;
        this.inputShape = inputs.shape().subList(1, inputs.shape().size());
        this.size = Math.toIntExact(inputs.shape().get(0));
        this.targets = targets;
    }

    /**
     * Inputs without targets yet.
     *
     * @param key the setting that names the file, for messages
     * @param file one of NumpyFile's
     * @throws InputException when there is no example, or an entry that is not finite
     */
    public static ArrayData inputs(String key, String file) {
        return new ArrayData(key + ": " + file, examples(key, file), Targets.NONE);
    }

    private static NumpyArray examples(String key, String file) {
        NumpyArray array = NumpyFile.read(key, file);
        if (array.shape().isEmpty() || array.length() == 0) {
            throw new InputException(key + ": " + file + " has the shape " + text(array.shape())
                    + "; it must have examples along its first axis");
        }
        int wrong = array.firstNotFinite();
        if (wrong >= 0) {
            throw new InputException(key + ": " + file + ": the entry at " + array.place(wrong) + " is "
                    + array.get(wrong) + "; it must be a finite number");
        }
        return array;
    }

    /**
     * The same inputs with targets: numbers of the shape of the network's output, axes of length 1 aside, or labels, whole numbers
     * from 0, which stand for one-hot numbers along the output's second axis.
     *
     * @param output the shape of the network's output for an example
     * @throws InputException when they are neither, or more or fewer than the inputs
     */
    public ArrayData withTargets(String key, String file, List<Long> output) {
        NumpyArray array = examples(key, file);
        if (array.shape().get(0) != size) {
            throw new InputException(key + ": " + file + " has " + array.shape().get(0) + " examples and " + place
                    + " has " + size + "; there must be as many");
        }
        List<Long> shape = longer(array.shape().subList(1, array.shape().size()));
        if (shape.equals(longer(output))) {
            int length = array.length() / size;
            return new ArrayData(
                    place,
                    inputs,
                    new Targets(output, Labels.NONE, (index, target) -> array.read(index * length, target)));
        }
        if (output.isEmpty() || !shape.equals(longer(output.subList(1, output.size())))) {
            throw new InputException(key + ": " + file + " has the shape " + text(array.shape())
                    + "; the network's output has " + text(examples(output)) + ", so it must be that"
                    + (output.isEmpty()
                            ? ""
                            : ", or " + text(examples(output.subList(1, output.size()))) + " of labels"));
        }
        checkLabels(key + ": " + file, array, output.get(0));
        return new ArrayData(place, inputs, labels(array, output));
    }

    private List<Long> examples(List<Long> ofOne) {
        return Stream.concat(Stream.of((long) size), ofOne.stream()).toList();
    }

    private static void checkLabels(String place, NumpyArray labels, long classes) {
        for (int i = 0; i < labels.length(); i++) {
            double label = labels.get(i);
            if (label != Math.rint(label) || label < 0 || label >= classes) {
                throw new InputException(place + ": the label at " + labels.place(i) + " is "
                        + InputException.shown(label) + "; it must be a whole number from 0 to " + (classes - 1)
                        + ", for the network has " + classes + " outputs");
            }
        }
    }

    private static Targets labels(NumpyArray labels, List<Long> output) {
        int places = Math.toIntExact(output.subList(1, output.size()).stream().reduce(1L, Math::multiplyExact));
        return new Targets(output, Labels.ONE_HOT, (index, target) -> {
            Arrays.fill(target, 0);
            for (int i = 0; i < places; i++) {
                target[(int) labels.get(index * places + i) * places + i] = 1;
            }
        });
    }

    /** A shape without its axes of length 1. */
    private static List<Long> longer(List<Long> shape) {
        return shape.stream().filter(size -> size != 1).toList();
    }

    /** A shape as Python writes it. */
    private static String text(List<Long> shape) {
        return shape.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Long> inputShape() {
        return inputShape;
    }

    @Override
    public boolean wholeInputs() {
        return inputs.isWhole();
    }

    @Override
    public Labels labels() {
        return targets.labels();
    }

    @Override
    public int outputs() {
        return targets.length();
    }

    @Override
    public List<Long> targetShape() {
        return targets.shape();
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        inputs.read(index * input.length, input);
        targets.reader().read(index, target);
    }
}
