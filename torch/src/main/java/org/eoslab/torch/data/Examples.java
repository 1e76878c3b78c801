package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.experiment.InputException;

/**
 * Some examples of inputs with their targets: numbers, or labels, whole numbers from 0, which become one-hot. Both may be standardised when
 * they are read: each of their numbers less a mean, over a deviation.
 */
public final class Examples implements DataSet {
    private final Values inputs;
    private final Values targets;
    private final long classes;
    private final int[] chosen;
    private final Scale inputScale;
    private final Scale targetScale;

    private Examples(Values inputs, Values targets, long classes, int[] chosen, Scale inputScale, Scale targetScale) {
        this.inputs = inputs;
        this.targets = targets;
        this.classes = classes;
        this.chosen = chosen;
        this.inputScale = inputScale;
        this.targetScale = targetScale;
    }

    /**
     * All examples, as they are.
     *
     * @param classes how many there are, if the targets are labels; 0 if they are numbers
     * @throws InputException when there are none, more or fewer targets than inputs, a number that is not finite, or a label of no class
     */
    public static Examples of(Values inputs, Values targets, long classes) {
        if (inputs.size() == 0 || inputs.length() == 0) {
            throw new InputException(inputs.place() + " has no examples");
        }
        if (targets.size() != inputs.size()) {
            throw new InputException(targets.place() + " has " + targets.size() + " examples and " + inputs.place()
                    + " has " + inputs.size() + "; there must be as many");
        }
        checkFinite(inputs);
        checkFinite(targets);
        if (classes > 0) {
            checkLabels(targets, classes);
        }
        int[] all = IntStream.range(0, inputs.size()).toArray();
        return new Examples(inputs, targets, classes, all, Scale.none(inputs.length()), Scale.none(targets.length()));
    }

    private static void checkFinite(Values values) {
        double[] one = new double[values.length()];
        for (int i = 0; i < values.size(); i++) {
            values.read(i, one);
            for (double x : one) {
                if (!Double.isFinite(x)) {
                    throw new InputException(
                            values.place() + ": " + values.name(i) + " has " + x + "; it must be a finite number");
                }
            }
        }
    }

    private static void checkLabels(Values labels, long classes) {
        double[] label = new double[1];
        for (int i = 0; i < labels.size(); i++) {
            labels.read(i, label);
            if (label[0] != Math.rint(label[0]) || label[0] < 0 || label[0] >= classes) {
                throw new InputException(labels.place() + ": " + labels.name(i) + " has the label "
                        + InputException.shown(label[0]) + "; it must be a whole number from 0 to " + (classes - 1)
                        + ", for the network has " + classes + " outputs");
            }
        }
    }

    /** The examples at some places of these, scaled as these are. */
    @Override
    public Examples at(int... places) {
        int[] indices = Arrays.stream(places).map(i -> chosen[i]).toArray();
        return new Examples(inputs, targets, classes, indices, inputScale, targetScale);
    }

    /** The same with inputs standardised by the mean and the population deviation of other ones as they are in the files. */
    public Examples standardisedBy(Examples others) {
        return new Examples(inputs, targets, classes, chosen, Scale.of(others.inputs, others.chosen), targetScale);
    }

    /** The same with targets, which are numbers, standardised by those of other ones as they are in the files. */
    public Examples targetsStandardisedBy(Examples others) {
        return new Examples(inputs, targets, classes, chosen, inputScale, Scale.of(others.targets, others.chosen));
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public List<Long> inputShape() {
        return inputs.shape().isEmpty() ? List.of(1L) : inputs.shape();
    }

    @Override
    public int outputs() {
        return classes > 0 ? Math.toIntExact(classes) : targets.length();
    }

    @Override
    public Labels labels() {
        return classes > 0 ? Labels.ONE_HOT : Labels.NONE;
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        inputs.read(chosen[index], input);
        inputScale.apply(input);
        if (classes == 0) {
            targets.read(chosen[index], target);
            targetScale.apply(target);
            return;
        }
        double[] label = new double[1];
        targets.read(chosen[index], label);
        Arrays.fill(target, 0);
        target[(int) label[0]] = 1;
    }
}
