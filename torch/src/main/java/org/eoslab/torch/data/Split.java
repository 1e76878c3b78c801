package org.eoslab.torch.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Places of examples held back for a test, at random, and of the rest; both ascending.
 *
 * @param test those held back
 * @param training the rest
 */
@SuppressWarnings("ArrayRecordComponent")
public record Split(int[] test, int[] training) {
    /**
     * A choice.
     *
     * @param size of how many examples
     * @param held how many are held back, from 0 to all
     * @param seed of the choice
     */
    public static Split of(int size, int held, long seed) {
        int[] places = IntStream.range(0, size).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < held; i++) {
            int j = random.nextInt(i, size);
            int other = places[i];
            places[i] = places[j];
            places[j] = other;
        }
        int[] test = Arrays.copyOf(places, held);
        int[] training = Arrays.copyOfRange(places, held, size);
        Arrays.sort(test);
        Arrays.sort(training);
        return new Split(test, training);
    }
}
