package org.eoslab.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckpointLimitTest {
    private static final CheckpointLimit FIVE_OF_TEN = new CheckpointLimit(50, 3, 8);

    @Test
    void nothingGoesWhileThereIsRoom() {
        assertThat(FIVE_OF_TEN.surplus(sizes(10, 5))).isEmpty();
        assertThat(FIVE_OF_TEN.surplus(new TreeMap<>())).isEmpty();
    }

    @Test
    void aRunOfTwentyCheckpointsKeepsTheFirstTheLastAndNoGapAboveAHalf() {
        SortedMap<Long, Long> kept = new TreeMap<>();
        for (long step = 100; step <= 2_000; step += 100) {
            kept.put(step, 10L);
            FIVE_OF_TEN.surplus(kept).forEach(kept::remove);
            assertThat(kept).hasSizeLessThanOrEqualTo(5).containsKeys(100L, step);
            assertThat(largestGap(kept)).as("after step " + step).isLessThanOrEqualTo(Math.max(100, step / 2));
        }
        assertThat(kept).hasSize(5);
    }

    @Test
    void aFewStayHoweverLargeTheyAre() {
        SortedMap<Long, Long> sizes = sizes(1_000, 6);
        FIVE_OF_TEN.surplus(sizes).forEach(sizes::remove);
        assertThat(sizes).hasSize(3).containsKeys(1L, 6L);
        assertThatThrownBy(() -> new CheckpointLimit(50, 1, 8)).hasMessageContaining("fewest = 1");
    }

    @Test
    void manyGoHoweverSmallTheyAre() {
        SortedMap<Long, Long> sizes = sizes(1, 20);
        FIVE_OF_TEN.surplus(sizes).forEach(sizes::remove);
        assertThat(sizes).hasSize(8).containsKeys(1L, 20L);
        assertThat(largestGap(sizes)).isLessThanOrEqualTo(4);
    }

    private static SortedMap<Long, Long> sizes(long bytes, int count) {
        SortedMap<Long, Long> sizes = new TreeMap<>();
        for (long step = 1; step <= count; step++) {
            sizes.put(step, bytes);
        }
        return sizes;
    }

    private static long largestGap(SortedMap<Long, Long> kept) {
        List<Long> steps = List.copyOf(kept.keySet());
        long gap = 0;
        for (int i = 1; i < steps.size(); i++) {
            gap = Math.max(gap, steps.get(i) - steps.get(i - 1));
        }
        return gap;
    }
}
