package org.eoslab.torch.data;

import java.util.List;

/** Examples: inputs of one shape with their targets. Read one at a time, so that what is kept can be as small as a byte a pixel. */
public interface DataSet {
    /** The number of examples. */
    int size();

    /** The shape of one input. */
    List<Long> inputShape();

    /** How many numbers an input has. */
    default long inputLength() {
        return inputShape().stream().reduce(1L, Math::multiplyExact);
    }

    /** The length of one target. */
    int outputs();

    /**
     * Writes an example.
     *
     * @param index from 0 to {@link #size()} − 1
     * @param input the input row-major, overwritten
     * @param target the target, length {@link #outputs()}, overwritten
     */
    void read(int index, double[] input, double[] target);
}
