package org.eoslab.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Consecutive chunks of the examples of a network's loss, evaluated by one thread of whichever process they are in. */
public final class Shard {
    private final Terms terms;
    private final int parameters;
    private @Nullable Differentiator differentiator;

    /** Of these terms. The native library is loaded, and the examples copied to it, at the first question. */
    public Shard(Terms terms) {
        this.terms = terms;
        this.parameters = terms.network().parameters().size();
    }

    /**
     * What some chunks contribute to the answer of a question, in their order.
     *
     * @param first the first chunk; the examples of as many are kept from one question to the next
     * @param end the one after the last
     */
    public synchronized List<Part.Sent> parts(Question question, int first, int end) {
        if (differentiator == null) {
            differentiator = new Differentiator(terms);
        }
        differentiator.prepare(question, first, end);
        List<Part.Sent> parts = new ArrayList<>();
        for (int chunk = first; chunk < end; chunk++) {
            try (NativePart part = differentiator.part(question, chunk)) {
                parts.add(Part.Sent.of(part, question.kind().hasVector() ? parameters : 0));
            }
        }
        return parts;
    }

    /** The groups of consecutive chunks, {first, end} each, as even as they can be: at most {@code most} of them. */
    public static List<int[]> groups(int chunks, int most) {
        int number = Math.min(chunks, most);
        return IntStream.range(0, number)
                .mapToObj(i -> new int[] {
                    Math.toIntExact((long) i * chunks / number), Math.toIntExact((long) (i + 1) * chunks / number)
                })
                .toList();
    }
}
