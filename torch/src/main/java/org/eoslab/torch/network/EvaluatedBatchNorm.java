package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Batch normalisation in evaluation mode before any training: γ·x/√(1 + ε) + β a channel, ε = 1e-5, for the running mean is 0 and the
 * running variance 1. In training mode it mixes the examples of a batch, so that a loss is no mean over examples.
 *
 * @param channels the dimension after that of the examples
 */
public record EvaluatedBatchNorm(long channels) implements Network {
    @Override
    public List<Parameter> parameters() {
        return ChannelScale.parameters(channels);
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        return ChannelScale.apply(parameters, x.mul(new Scalar(1 / Math.sqrt(1 + LayerNorm.EPSILON))));
    }
}
