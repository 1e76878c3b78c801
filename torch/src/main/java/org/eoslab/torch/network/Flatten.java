package org.eoslab.torch.network;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Makes each input one row of numbers. */
public record Flatten() implements Network {
    @Override
    public Optional<Network> onSubspace(long coordinates) {
        return Optional.of(this);
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        return inputs.flatten(1, -1);
    }
}
