package org.eoslab.torch;

import java.nio.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The sum of the chunks' vectors, one after another in double precision: the one order of additions, from which a sum has its bits wherever
 * the chunks were evaluated.
 */
public final class PartSum {
    private final int[] sizes;
    private final double[] sum;
    private boolean begun;

    /**
     * A sum to come.
     *
     * @param sizes how many numbers each of the network's parameters has
     * @param sum overwritten with the sum, flat
     */
    public PartSum(int[] sizes, double[] sum) {
        this.sizes = sizes.clone();
        this.sum = sum;
    }

    /** Adds the next chunks, in their order. */
    public void add(List<? extends Part> next) {
        int offset = 0;
        for (int i = 0; i < sizes.length; i++) {
            int block = i;
            List<Buffer> buffers = next.stream()
                    .map(part -> part.block(block))
                    .filter(Objects::nonNull)
                    .toList();
            if (!buffers.isEmpty()) {
                Exchange.read(buffers, sum, offset, begun);
            } else if (!begun) {
                Arrays.fill(sum, offset, offset + sizes[i], 0);
            }
            offset += sizes[i];
        }
        begun = true;
    }
}
