package org.eoslab.model.minimalist.dynamics;

/**
 * Numbers significand·2^(512·blocks), blocks ≤ 0, for a coordinate that is multiplied by a factor at every step and would
 * underflow as a double. While there are no blocks every bit is that of plain double arithmetic.
 */
public final class ExtendedExponent {
    /** Bits in a block. */
    static final int BLOCK_BITS = 512;

    private static final double BLOCK = 0x1p512;
    private static final double SMALL = 0x1p-512;

    private ExtendedExponent() {}

    /** Moves the significand back into [2⁻⁵¹², 2⁰] when it has left it; both are entries of {@code memory}. */
    public static void renormalise(double[] memory, int significand, int blocks) {
        double size = Math.abs(memory[significand]);
        if (size < SMALL && size > 0) {
            memory[significand] *= BLOCK;
            memory[blocks]--;
        } else if (size > 1 && memory[blocks] != 0) {
            memory[significand] *= SMALL;
            memory[blocks]++;
        }
    }

    /** The nearest double: 0 where it is out of range. */
    public static double value(double significand, double blocks) {
        double value = significand;
        // Exact but for the last rounding: below the normal numbers another block leaves 0.
        for (double k = blocks; k < 0 && value != 0; k++) {
            value *= SMALL;
        }
        return value;
    }
}
