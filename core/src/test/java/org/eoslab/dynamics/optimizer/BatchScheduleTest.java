package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchScheduleTest {
    @Test
    void anEpochSeesEveryExampleAtMostOnce() {
        BatchSchedule batches = new BatchSchedule(20, 6, 1);
        for (long epoch = 0; epoch < 50; epoch++) {
            long first = 3 * epoch;
            int[] seen = IntStream.range(0, 3)
                    .flatMap(b -> Arrays.stream(batches.indices(first + b)))
                    .toArray();
            assertThat(seen).hasSize(18).doesNotHaveDuplicates();
            assertThat(Arrays.stream(seen)).allMatch(i -> i >= 0 && i < 20);
        }
    }

    @Test
    void everyExampleIsEquallyLikely() {
        BatchSchedule batches = new BatchSchedule(20, 6, 1);
        int epochs = 4000;
        int[] counts = new int[20];
        for (long step = 0; step < 3L * epochs; step++) {
            for (int i : batches.indices(step)) {
                counts[i]++;
            }
        }
        // Binomial with p = 18/20: six standard deviations.
        double deviation = Math.sqrt(epochs * 0.9 * 0.1);
        for (int count : counts) {
            assertThat((double) count).isCloseTo(0.9 * epochs, within(6 * deviation));
        }
    }

    /** How often the example that is first in one epoch was at each place 1 to 20 epochs before: binomial with p = 1/20, six standard deviations. */
    @Test
    void epochsAreIndependentOfEachOther() {
        int seeds = 40;
        int epochs = 500;
        int most = 20;
        int[][] counts = new int[most + 1][20];
        for (int seed = 0; seed < seeds; seed++) {
            BatchSchedule shuffles = new BatchSchedule(20, 20, seed);
            int[][] orders = IntStream.range(0, epochs + most)
                    .mapToObj(shuffles::indices)
                    .toArray(int[][]::new);
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (int before = 1; before <= most; before++) {
                    counts[before][place(orders[epoch + before][0], orders[epoch])]++;
                }
            }
        }
        double mean = seeds * epochs / 20.0;
        for (int before = 1; before <= most; before++) {
            for (int place = 0; place < 20; place++) {
                assertThat((double) counts[before][place])
                        .as("place %d, %d epochs before", place, before)
                        .isCloseTo(mean, within(6 * Math.sqrt(mean * 0.95)));
            }
        }
    }

    private static int place(int example, int[] order) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == example)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void seedsDiffer() {
        assertThat(new BatchSchedule(20, 6, 1).indices(0)).isNotEqualTo(new BatchSchedule(20, 6, 2).indices(0));
        assertThat(new BatchSchedule(20, 6, 1).indices(0)).isNotEqualTo(new BatchSchedule(20, 6, 1).indices(3));
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        assertThatThrownBy(() -> new BatchSchedule(20, 21, 0)).hasMessageContaining("batch = 21");
    }
}
