package org.eoslab.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A fully connected layer x ↦ x·Wᵀ + b. Its parameters are W (outputs × inputs), then b (outputs) if it has a bias.
 *
 * @param inputs length of an input, at least 1
 * @param outputs length of an output, at least 1
 * @param bias whether it has a bias
 * @param weight how the weights are drawn
 * @param biases how the biases are drawn; unused without a bias
 */
public record Linear(long inputs, long outputs, boolean bias, Initialisation weight, Initialisation biases)
        implements Network {
    /** With PyTorch's own initialisation: weights and biases uniform on ±1/√fan_in. */
    public static Linear of(long inputs, long outputs) {
        return new Linear(inputs, outputs, true, Initialisation.fanIn(inputs), Initialisation.fanIn(inputs));
    }

    /** Without a bias. */
    public static Linear withoutBias(long inputs, long outputs, Initialisation weight) {
        return new Linear(inputs, outputs, false, weight, Initialisation.ZERO);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> list = new ArrayList<>();
        list.add(new Parameter("weight", List.of(outputs, inputs), weight));
        if (bias) {
            list.add(new Parameter("bias", List.of(outputs), biases));
        }
        return list;
    }

    @Override
    public Optional<Network> onSubspace(long coordinates) {
        return Optional.of(new Linear(coordinates, outputs, bias, weight, biases));
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor x) {
        return bias
                ? torch.linear(x, parameters.get(0), new TensorOptional(parameters.get(1)))
                : torch.linear(x, parameters.get(0));
    }
}
