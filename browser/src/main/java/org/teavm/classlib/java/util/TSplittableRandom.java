package org.teavm.classlib.java.util;

/**
 * {@link java.util.SplittableRandom} where the compiler's class library has none: SplitMix64 (Steele, Lea and Flood, <i>Fast Splittable
 * Pseudorandom Number Generators</i>, 2014), the same numbers from the same seed. The compiler finds it by its name.
 */
public final class TSplittableRandom {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** A generator of the numbers that belong to a seed. */
    public TSplittableRandom(long seed) {
        state = seed;
    }

    private long next() {
        state += GOLDEN;
        return state;
    }

    /** 64 random bits. */
    public long nextLong() {
        long z = next();
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** 32 random bits. */
    public int nextInt() {
        long z = next();
        z = (z ^ (z >>> 33)) * 0x62a9d9ed799705f5L;
        return (int) (((z ^ (z >>> 28)) * 0xcb24d0a5c88c35b3L) >>> 32);
    }

    /** A number from 0 to 1, a multiple of 2⁻⁵³ below 1. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** One random bit. */
    public boolean nextBoolean() {
        return nextInt() < 0;
    }

    /** A whole number from {@code origin} up to {@code bound} − 1. */
    public int nextInt(int origin, int bound) {
        int range = bound - origin;
        int mask = range - 1;
        int bits = nextInt();
        if ((range & mask) == 0) {
            return (bits & mask) + origin;
        }
        int drawn = bits >>> 1;
        int result = drawn % range;
        while (drawn + mask - result < 0) { // beyond the last whole multiple of the range: drawn again
            drawn = nextInt() >>> 1;
            result = drawn % range;
        }
        return result + origin;
    }
}
