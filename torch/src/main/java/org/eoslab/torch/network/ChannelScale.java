package org.eoslab.torch.network;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A factor γ and a shift β a channel, the dimension after that of the examples: what normalisations end with. */
final class ChannelScale {
    private ChannelScale() {}

    static List<Parameter> parameters(long channels) {
        return List.of(
                new Parameter("gamma", List.of(channels), Initialisation.ONE),
                new Parameter("beta", List.of(channels), Initialisation.ZERO));
    }

    static Tensor apply(List<Tensor> parameters, Tensor x) {
        long[] shape = new long[(int) x.dim() - 1];
        Arrays.fill(shape, 1);
        shape[0] = x.size(1);
        return x.mul(parameters.get(0).view(shape)).add(parameters.get(1).view(shape));
    }
}
