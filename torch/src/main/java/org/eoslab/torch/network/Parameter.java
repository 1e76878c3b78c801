package org.eoslab.torch.network;

import java.util.List;

/**
 * One parameter of a network: a weight matrix, a bias, a table.
 *
 * @param name such as {@code weight}
 * @param shape its dimensions, each positive
 * @param initialisation how its entries are drawn
 */
public record Parameter(String name, List<Long> shape, Initialisation initialisation) {
    /** Checks that the dimensions are positive. */
    public Parameter {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(d -> d < 1)) {
            throw new IllegalArgumentException(name + ": shape " + shape + ": every dimension must be positive");
        }
    }

    /** The number of its entries. */
    public long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** Its shape as libtorch takes it. */
    public long[] dimensions() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
