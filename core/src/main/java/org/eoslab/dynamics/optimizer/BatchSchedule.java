package org.eoslab.dynamics.optimizer;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eoslab.linalg.StepSeed;

/**
 * Which examples each step sees: batches run through a shuffle of the examples, a new one each epoch, independent of the others; those that do not fill a
 * batch sit the epoch out. A function of seed and step, so nothing has to be remembered.
 *
 * @param examples how many there are, at least 1
 * @param size examples in a batch, from 1 to all
 * @param seed of the shuffles
 */
public record BatchSchedule(int examples, int size, long seed) {
    /** Checks the batch size. */
    public BatchSchedule {
        if (size < 1 || size > examples) {
            throw new IllegalArgumentException(
                    "batch = " + size + ": must be from 1 to the number of examples, " + examples);
        }
    }

    /** The examples that the step after {@code step} steps sees. */
    public int[] indices(long step) {
        long perEpoch = examples / size;
        SplittableRandom random = new SplittableRandom(StepSeed.of(seed, step / perEpoch));
        int end = (int) (step % perEpoch + 1) * size;
        int[] order = new int[examples];
        Arrays.setAll(order, i -> i);
        // Fisher–Yates from the front, only as far as this batch reaches.
        for (int i = 0; i < end; i++) {
            int j = random.nextInt(i, examples);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return Arrays.copyOfRange(order, end - size, end);
    }
}
