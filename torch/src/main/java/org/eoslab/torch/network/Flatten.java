package org.eoslab.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Makes each input one row of numbers. */
public record Flatten() implements Network {
    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        return inputs.flatten(1, -1);
    }
}
