package org.eoslab.torch;

import java.io.Serializable;

/**
 * How many examples are evaluated at a time: what bounds the memory, and one thread's piece of the work. The chunks of a data set are the
 * same whatever the number of threads, and are added up in their order.
 *
 * @param examples examples a chunk at most, at least 1
 * @param kept how many examples keep the graph of their gradient between Hessian products, at least 0; the others are
 *     differentiated anew for every product, at about twice the time
 */
public record Chunks(int examples, int kept) implements Serializable {
    /** With as many examples, two chunks are worth their while. */
    private static final int TWO = 64;

    /** Checks both bounds. */
    public Chunks {
        if (examples < 1 || kept < 0) {
            throw new IllegalArgumentException(
                    "chunks of " + examples + " examples, " + kept + " kept: must be at least 1 and 0");
        }
    }

    /** How many chunks there are of {@code count} examples: a power of two, which threads share evenly, if there are as many examples. */
    public int number(int count) {
        int fewest = Math.max((count + examples - 1) / examples, count < TWO ? 1 : 2);
        int power = Integer.highestOneBit(fewest);
        return Math.min(power == fewest ? power : 2 * power, count);
    }

    /** The first example of a chunk, from 0 to {@link #number}: after the last one it is {@code count}. */
    int first(int chunk, int count) {
        return Math.toIntExact((long) chunk * count / number(count));
    }
}
