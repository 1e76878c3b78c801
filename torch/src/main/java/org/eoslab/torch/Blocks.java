package org.eoslab.torch;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/**
 * A flat vector on the native side, seen as one tensor a parameter of the network. A Java array crosses over in one bulk copy
 * and is converted by libtorch, without allocation: the exchange buffer and the tensors live as long as this object.
 */
final class Blocks {
    /** Held because it owns the memory of all others. */
    private final DoublePointer memory;

    private final DoubleBuffer buffer;
    private final Tensor exchange;
    private final Tensor flat;
    private final List<Tensor> exchangeBlocks;
    private final List<Tensor> blocks;

    /**
     * Native memory for a vector of the network's dimension.
     *
     * @param differentiable whether the blocks are what is differentiated by
     */
    Blocks(Network network, Precision precision, boolean differentiable) {
        long n = network.dimension();
        try (PointerScope scope = new PointerScope()) {
            memory = Libtorch.keep(new DoublePointer(n));
            buffer = memory.asBuffer();
            exchange =
                    Libtorch.keep(torch.from_blob(memory, new long[] {n}, new TensorOptions(Precision.FLOAT64.type())));
            flat = precision == Precision.FLOAT64 ? exchange : Libtorch.keep(exchange.to(precision.type()));
            exchangeBlocks = views(network, exchange, false);
            blocks = views(network, flat, differentiable);
        }
    }

    private static List<Tensor> views(Network network, Tensor flat, boolean differentiable) {
        List<Tensor> views = new ArrayList<>();
        long offset = 0;
        for (Parameter p : network.parameters()) {
            Tensor view = flat.narrow(0, offset, p.size()).view(p.dimensions()).detach();
            views.add(Libtorch.keep(view.set_requires_grad(differentiable)));
            offset += p.size();
        }
        return List.copyOf(views);
    }

    /** One tensor a parameter, all of the same native memory. */
    List<Tensor> blocks() {
        return blocks;
    }

    /** Takes over a vector. */
    void write(double[] vector) {
        buffer.put(0, vector);
        if (flat != exchange) {
            flat.copy_(exchange);
        }
    }

    /** Sets this to the gradients, or adds them to it. An undefined gradient is zero. */
    void accumulate(TensorVector gradients, boolean first) {
        for (int i = 0; i < exchangeBlocks.size(); i++) {
            Tensor gradient = gradients.get(i);
            Tensor block = exchangeBlocks.get(i);
            if (!gradient.defined()) {
                if (first) {
                    block.zero_();
                }
            } else if (first) {
                block.copy_(gradient);
            } else {
                block.add_(gradient);
            }
        }
    }

    /** Copies what was accumulated. */
    void read(double[] vector) {
        buffer.get(0, vector);
    }
}
