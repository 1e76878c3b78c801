package org.eoslab.torch;

/**
 * How many examples are evaluated at a time: what bounds the memory.
 *
 * @param examples examples a chunk, at least 1
 * @param graphs how many chunks keep the graph of their gradient between Hessian products, at least 0; each of the others
 *     is differentiated anew for every product, at about twice the time
 */
public record Chunks(int examples, int graphs) {
    /** Checks both bounds. */
    public Chunks {
        if (examples < 1 || graphs < 0) {
            throw new IllegalArgumentException(
                    "chunks of " + examples + " examples, " + graphs + " graphs: must be at least 1 and 0");
        }
    }

    /** Chunks of {@code examples}, with the graphs of about {@code kept} examples kept. */
    public static Chunks of(int examples, int kept) {
        return new Chunks(examples, kept / examples);
    }
}
