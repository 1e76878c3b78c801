package org.eoslab.torch;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/**
 * The losses ℓ(f(xᵢ; w), yᵢ) of the examples, whose mean is a network's loss.
 *
 * @param network maps the inputs to as many outputs as the targets have
 * @param data the examples, at least one
 * @param loss what outputs cost
 * @param precision in which the network computes
 * @param chunks how many examples at a time
 */
public record Terms(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
    /** Checks that there are examples. */
    public Terms {
        if (data.size() < 1) {
            throw new IllegalArgumentException("the data set is empty: a loss needs at least one example");
        }
    }

    /** How many numbers each of the network's parameters has. */
    public int[] sizes() {
        return network.parameters().stream()
                .mapToLong(Parameter::size)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** A checksum of all examples (CRC-32C of their numbers' bits): two processes with the same one sum over the same examples. */
    public long checksum() {
        double[] input = new double[Math.toIntExact(data.inputLength())];
        double[] target = new double[data.outputs()];
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (input.length + target.length));
        CRC32C sum = new CRC32C();
        for (int i = 0; i < data.size(); i++) {
            data.read(i, input, target);
            bytes.clear();
            bytes.asDoubleBuffer().put(input).put(target);
            sum.update(bytes);
        }
        return sum.getValue();
    }
}
