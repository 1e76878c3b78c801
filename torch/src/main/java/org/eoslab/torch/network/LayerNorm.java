package org.eoslab.torch.network;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Layer normalisation over the last dimensions: γ·(x − mean)/√(variance + ε) + β, ε = 1e-5, γ from 1 and β from 0, both of that shape.
 * Written out: the third derivative of libtorch's own is wrong (its second leaves terms out of the graph).
 *
 * @param shape the last dimensions
 */
public record LayerNorm(List<Long> shape) implements Network {
    static final double EPSILON = 1e-5;

    /** Over the last dimension, of this length. */
    public LayerNorm(long width) {
        this(List.of(width));
    }

    /** Copies the shape. */
    public LayerNorm {
        shape = List.copyOf(shape);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("gamma", shape, Initialisation.ONE), new Parameter("beta", shape, Initialisation.ZERO));
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        long[] last = LongStream.rangeClosed(-shape.size(), -1).toArray();
        return normalised(x, last).mul(parameters.get(0)).add(parameters.get(1));
    }

    /** (x − mean)/√(variance + ε) over some dimensions. */
    static Tensor normalised(Tensor x, long... dimensions) {
        Tensor centred = x.sub(mean(x, dimensions));
        Tensor scale =
                mean(centred.square(), dimensions).add(new Scalar(EPSILON)).rsqrt();
        return centred.mul(scale);
    }

    private static Tensor mean(Tensor x, long... dimensions) {
        return x.mean(dimensions, true, new ScalarTypeOptional());
    }
}
