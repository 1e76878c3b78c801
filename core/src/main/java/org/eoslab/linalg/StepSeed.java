package org.eoslab.linalg;

import java.util.SplittableRandom;

/**
 * Seeds of what is drawn anew at each step or epoch of a run, and before the first. A generator {@link SplittableRandom} moves by the same odd number
 * from draw to draw, so that of seed + step·GOLDEN is that of the step before, one draw on: a draw of it is the seed.
 */
public final class StepSeed {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The step of what is drawn once, before all others. (With −1 a seed of 0 would be its own.) */
    public static final long BEFORE = Long.MIN_VALUE;

    private StepSeed() {}

    /**
     * The seed of this step or epoch; its numbers are neither those of another one nor those of {@code seed} itself, which a network's start has.
     *
     * @param step from 0, or {@link #BEFORE}
     */
    public static long of(long seed, long step) {
        return new SplittableRandom(seed + step * GOLDEN).nextLong();
    }
}
