package org.eoslab.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Layers one after another; the parameters are those of the layers in order.
 *
 * @param layers at least one
 */
public record Sequential(List<Network> layers) implements Network {
    /** Checks that there is a layer. */
    public Sequential {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
    }

    /** A multilayer perceptron with PyTorch's initialisation: linear layers of these widths with the activation between. */
    public static Sequential perceptron(Activation activation, long... widths) {
        List<Network> layers = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            if (i > 0) {
                layers.add(activation);
            }
            layers.add(Linear.of(widths[i], widths[i + 1]));
        }
        return new Sequential(layers);
    }

    @Override
    public List<Parameter> parameters() {
        return layers.stream().flatMap(l -> l.parameters().stream()).toList();
    }

    @Override
    public Optional<Network> onSubspace(long coordinates) {
        List<Network> narrowed = new ArrayList<>(layers);
        for (int i = 0; i < layers.size(); i++) {
            Optional<Network> layer = layers.get(i).onSubspace(coordinates);
            if (layer.isEmpty()) {
                return Optional.empty();
            }
            narrowed.set(i, layer.get());
            if (!layers.get(i).parameters().isEmpty()) {
                return Optional.of(new Sequential(narrowed));
            }
        }
        return Optional.empty();
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        Tensor x = inputs;
        int from = 0;
        for (Network layer : layers) {
            int to = from + layer.parameters().size();
            x = layer.forward(parameters.subList(from, to), x);
            from = to;
        }
        return x;
    }
}
