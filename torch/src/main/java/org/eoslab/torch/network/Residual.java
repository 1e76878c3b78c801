package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * x + f(x).
 *
 * @param inner f, whose outputs have the shape of its inputs
 */
public record Residual(Network inner) implements Network {
    @Override
    public List<Parameter> parameters() {
        return inner.parameters();
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        return x.add(inner.forward(parameters, x));
    }
}
