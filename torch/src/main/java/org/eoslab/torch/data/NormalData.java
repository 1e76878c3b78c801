package org.eoslab.torch.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Examples without a rule behind them: all numbers of inputs and targets are standard normal and independent. */
public final class NormalData implements DataSet {
    private final double[][] inputs;
    private final double[][] targets;

    /**
     * Draws the examples.
     *
     * @param examples n ≥ 1
     * @param inputs how many numbers an input has, at least 1
     * @param outputs how many numbers a target has, at least 1
     * @param seed of the numbers, which are not those that a network's start has from the same seed
     */
    public NormalData(int examples, int inputs, int outputs, long seed) {
        RandomGenerator random = new SplittableRandom(seed).split();
        this.inputs = normal(examples, inputs, random);
        targets = normal(examples, outputs, random);
    }

    /** A matrix of independent standard normal numbers, row by row. */
    static double[][] normal(int rows, int columns, RandomGenerator random) {
        double[][] entries = new double[rows][columns];
        for (double[] row : entries) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return entries;
    }

    @Override
    public int size() {
        return inputs.length;
    }

    @Override
    public List<Long> inputShape() {
        return List.of((long) inputs[0].length);
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
