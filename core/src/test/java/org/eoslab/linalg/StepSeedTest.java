package org.eoslab.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepSeedTest {
    /** The first hundred draws of each step, of what comes before the steps and of the seed itself: no number comes twice. */
    @Test
    void noStepHasTheNumbersOfAnother() {
        Set<Long> numbers = new HashSet<>();
        int generators = 0;
        for (long seed = 0; seed < 5; seed++) {
            collect(seed, numbers);
            collect(StepSeed.of(seed, StepSeed.BEFORE), numbers);
            generators += 2;
            for (long step = 0; step < 200; step++) {
                collect(StepSeed.of(seed, step), numbers);
                generators++;
            }
        }
        assertThat(numbers.size()).isEqualTo(100 * generators);
    }

    private static void collect(long seed, Set<Long> numbers) {
        new SplittableRandom(seed).longs(100).forEach(numbers::add);
    }
}
