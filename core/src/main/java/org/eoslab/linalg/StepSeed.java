package org.eoslab.linalg;

import java.util.SplittableRandom;

/**
 * Seeds of what is drawn anew at each step of a run. A generator {@link SplittableRandom} moves by the same odd number from draw to draw,
 * so that of seed + step·GOLDEN is that of the step before, one draw on: a draw of it is the seed.
 */
public final class StepSeed {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private StepSeed() {}

    /** The seed of this step; its numbers are neither those of another step nor those of {@code seed} itself, which a network's start has. */
    public static long of(long seed, long step) {
        return new SplittableRandom(seed + step * GOLDEN).nextLong();
    }
}
