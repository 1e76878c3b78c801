package org.eoslab.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/** A flat vector of a network's dimension in native memory, seen as one tensor a parameter; the memory lives as long as this object. */
final class Blocks {
    private final Exchange exchange;
    private final Tensor flat;
    private final List<Tensor> blocks;

    /**
     * Native memory for a vector of the network's dimension.
     *
     * @param differentiable whether the blocks are what is differentiated by
     */
    Blocks(Network network, Precision precision, boolean differentiable) {
        exchange = new Exchange(precision);
        try (PointerScope scope = new PointerScope()) {
            flat = Libtorch.keep(
                    torch.empty(new long[] {network.dimension()}, new TensorOptions(precision.type()), null));
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
        exchange.write(vector, flat);
    }
}
