package org.eoslab.torch;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eoslab.torch.data.DataSet;

/** Small random examples for tests. */
final class RandomData implements DataSet {
    private final List<Long> shape;
    private final double[][] inputs;
    private final double[][] targets;

    private RandomData(List<Long> shape, double[][] inputs, double[][] targets) {
        this.shape = shape;
        this.inputs = inputs;
        this.targets = targets;
    }

    /** Gaussian inputs; targets one-hot for more than one output, else Gaussian. */
    static RandomData gaussian(int size, List<Long> shape, int outputs) {
        SplittableRandom random = new SplittableRandom(7);
        int length = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        double[][] inputs = new double[size][length];
        double[][] targets = new double[size][outputs];
        for (int i = 0; i < size; i++) {
            inputs[i] = random.doubles(length).map(u -> 2 * u - 1).toArray();
            if (outputs == 1) {
                targets[i][0] = random.nextGaussian();
            } else {
                targets[i][random.nextInt(outputs)] = 1;
            }
        }
        return new RandomData(shape, inputs, targets);
    }

    /** Sentences of growing length, from one word on, with targets ±1. */
    static RandomData words(int size, int positions, int vocabulary) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] inputs = IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, positions)
                        .mapToDouble(j -> j <= i ? random.nextInt(1, vocabulary) : 0)
                        .toArray())
                .toArray(double[][]::new);
        double[][] targets = IntStream.range(0, size)
                .mapToObj(i -> new double[] {i % 2 == 0 ? 1 : -1})
                .toArray(double[][]::new);
        return new RandomData(List.of((long) positions), inputs, targets);
    }

    double[] input(int index) {
        return inputs[index];
    }

    double[] target(int index) {
        return targets[index];
    }

    @Override
    public int size() {
        return inputs.length;
    }

    @Override
    public List<Long> inputShape() {
        return shape;
    }

    @Override
    public int outputs() {
        return targets[0].length;
    }

    @Override
    public void read(int index, double[] input, double[] target) {
        System.arraycopy(inputs[index], 0, input, 0, input.length);
        System.arraycopy(targets[index], 0, target, 0, target.length);
    }
}
