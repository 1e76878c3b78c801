package org.eoslab.torch.network.transformer;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/**
 * Layer normalisation over the last dimension: γ·(x − mean)/√(variance + ε) + β, ε = 1e-5, γ from 1 and β from 0. Written out:
 * the third derivative of libtorch's own is wrong (its second leaves terms out of the graph).
 *
 * @param width length of the last dimension
 */
public record LayerNorm(long width) implements Network {
    private static final double EPSILON = 1e-5;

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("gamma", List.of(width), Initialisation.ONE),
                new Parameter("beta", List.of(width), Initialisation.ZERO));
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        Tensor centred = x.sub(mean(x));
        Tensor scale = mean(centred.square()).add(new Scalar(EPSILON)).rsqrt();
        return centred.mul(scale).mul(parameters.get(0)).add(parameters.get(1));
    }

    private static Tensor mean(Tensor x) {
        return x.mean(new long[] {-1}, true, new ScalarTypeOptional());
    }
}
