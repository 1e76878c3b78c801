package org.eoslab.torch.network;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * A differentiable map from inputs and parameters to outputs: a layer, or a whole network made of layers. It holds no numbers,
 * only shapes; the parameters come with every call, in the order of {@link #parameters()}.
 */
public interface Network {
    /** Its parameters, in the order in which they stand in the flat parameter vector, each row-major; none by default. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * The outputs for a batch.
     *
     * @param parameters one tensor a {@link #parameters() parameter}, of its shape
     * @param inputs the batch; the first dimension counts the examples
     */
    Tensor forward(List<Tensor> parameters, Tensor inputs);

    /**
     * The network at parameters that stay where they are in native memory while their numbers change.
     *
     * @param parameters one tensor a {@link #parameters() parameter}, of its shape, all of one type
     * @return what makes the outputs for a batch, as {@link #forward} does; it holds the network's memory, and several threads may use it
     */
    default UnaryOperator<Tensor> at(List<Tensor> parameters) {
        return inputs -> forward(parameters, inputs);
    }

    /**
     * The same network for inputs given by their coordinates in a subspace: where this one has f(Qᵀr; W, …), the result has
     * f(r; W·Qᵀ, …). Present when the inputs, as one row of numbers each, enter through a linear layer whose weights W are the first
     * parameter, and nothing else.
     *
     * @param coordinates the length of r, at least 1
     */
    default Optional<Network> onSubspace(long coordinates) {
        return Optional.empty();
    }

    /** The number of parameters, all entries counted. */
    default int dimension() {
        return Math.toIntExact(parameters().stream().mapToLong(Parameter::size).sum());
    }

    /** Initial parameters as a flat vector: every parameter drawn by its own rule from one generator. */
    default double[] initial(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] w = new double[dimension()];
        int offset = 0;
        for (Parameter p : parameters()) {
            for (int i = 0; i < p.size(); i++) {
                w[offset++] = p.initialisation().draw(random);
            }
        }
        return w;
    }
}
