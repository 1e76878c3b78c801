package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Group normalisation: the channels in groups, each normalised over its channels and places as by {@link LayerNorm}, then γ and β a channel,
 * from 1 and 0.
 *
 * @param groups how many
 * @param channels a multiple of the groups; the dimension after that of the examples
 */
public record GroupNorm(long groups, long channels) implements Network {
    /** Checks that the groups are equal. */
    public GroupNorm {
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(groups + " groups do not divide " + channels + " channels");
        }
    }

    @Override
    public List<Parameter> parameters() {
        return ChannelScale.parameters(channels);
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        Tensor grouped = x.reshape(x.size(0), groups, -1);
        return ChannelScale.apply(parameters, LayerNorm.normalised(grouped, -1).view_as(x));
    }
}
