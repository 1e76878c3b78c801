package org.eoslab.torch.layers;

import java.util.Arrays;
import java.util.List;
import org.eoslab.torch.data.DataSet;

/**
 * The data of {@code layers.py}: inputs sin(0.7i + 0.1) over all examples, targets a multiple of cos(1.3i), or labels i mod the outputs.
 *
 * @param size examples
 * @param inputShape of one
 * @param outputs numbers to learn
 * @param factor of the targets, 0 for labels
 */
record WaveData(int size, List<Long> inputShape, int outputs, double factor) implements DataSet {
    @Override
    public void read(int index, double[] input, double[] target) {
        for (int i = 0; i < input.length; i++) {
            input[i] = Math.sin(0.7 * (index * input.length + i) + 0.1);
        }
        if (factor == 0) {
            Arrays.fill(target, 0);
            target[index % outputs] = 1;
            return;
        }
        for (int i = 0; i < target.length; i++) {
            target[i] = factor * Math.cos(1.3 * (index * outputs + i));
        }
    }
}
