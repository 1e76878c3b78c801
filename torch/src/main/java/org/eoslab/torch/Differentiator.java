package org.eoslab.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a network's loss and its batches share: the data and the parameters in native memory, and at most one kept graph, so
 * that memory stays bounded whatever the caller holds on to. Used by one thread at a time.
 */
final class Differentiator {
    private final Network network;
    private final Loss loss;
    private final Chunks chunks;
    private final Batches batches;
    private final Blocks point;
    private final Blocks graphPoint;
    private final Blocks direction;
    private final Blocks secondDirection;
    private final List<TensorVector> graphs = new ArrayList<>();
    private @Nullable Object graphOwner;

    Differentiator(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
        Libtorch.threads();
        this.network = network;
        this.loss = loss;
        this.chunks = chunks;
        this.batches = new Batches(data, precision, network.onSubspace(1).isPresent());
        this.point = new Blocks(network, precision, true);
        this.graphPoint = new Blocks(network, precision, true);
        this.direction = new Blocks(network, precision, false);
        this.secondDirection = new Blocks(network, precision, false);
    }

    /** The mean loss over some examples, or over all. */
    double value(double[] w, int @Nullable [] indices, int count) {
        point.write(w);
        double sum = 0;
        for (int from = 0; from < count; from += chunks.examples()) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                sum += loss(point, indices, from, count).item_double();
            }
        }
        return sum;
    }

    /** Writes the gradient of the mean loss; returns the mean loss. */
    double gradient(double[] w, double[] gradient, int @Nullable [] indices, int count) {
        point.write(w);
        double sum = 0;
        for (int from = 0; from < count; from += chunks.examples()) {
            try (PointerScope scope = new PointerScope();
                    AutoGradMode mode = new AutoGradMode(true)) {
                Tensor value = loss(point, indices, from, count);
                point.read(grad(new TensorVector(value), point, false), gradient, from > 0);
                sum += value.item_double();
            }
        }
        return sum;
    }

    /**
     * Writes ∇²L(w)·v. As long as the same owner asks, at the same point, the graph of the gradient is used again.
     *
     * @param owner stands for the point {@code w} and the examples
     */
    void hessian(Object owner, double[] w, double[] v, double[] product, int @Nullable [] indices, int count) {
        if (graphOwner != owner) {
            graphs.forEach(TensorVector::close);
            graphs.clear();
            graphPoint.write(w);
            graphOwner = owner;
        }
        direction.write(v);
        for (int from = 0; from < count; from += chunks.examples()) {
            int chunk = from / chunks.examples();
            try (PointerScope scope = new PointerScope();
                    AutoGradMode mode = new AutoGradMode(true)) {
                TensorVector gradient;
                boolean keep = chunk < chunks.graphs();
                if (chunk < graphs.size()) {
                    gradient = graphs.get(chunk);
                } else {
                    gradient = grad(new TensorVector(loss(graphPoint, indices, from, count)), graphPoint, true);
                    if (keep) {
                        graphs.add(Libtorch.keep(gradient));
                    }
                }
                graphPoint.read(along(gradient, direction, graphPoint, keep, false), product, from > 0);
            }
        }
    }

    /** Writes ∇³L(w)[u, v, ·]. */
    void third(double[] w, double[] u, double[] v, double[] third, int @Nullable [] indices, int count) {
        point.write(w);
        direction.write(u);
        secondDirection.write(v);
        for (int from = 0; from < count; from += chunks.examples()) {
            try (PointerScope scope = new PointerScope();
                    AutoGradMode mode = new AutoGradMode(true)) {
                TensorVector gradient = grad(new TensorVector(loss(point, indices, from, count)), point, true);
                TensorVector product = along(gradient, direction, point, true, true);
                point.read(along(product, secondDirection, point, false, false), third, from > 0);
            }
        }
    }

    /** The part of the mean loss over {@code count} examples that comes from the chunk at {@code from}. */
    private Tensor loss(Blocks parameters, int @Nullable [] indices, int from, int count) {
        int to = Math.min(from + chunks.examples(), count);
        Tensor outputs = network.forward(parameters.blocks(), batches.inputs(indices, from, to));
        return loss.sum(outputs, batches.targets(indices, from, to)).mul(new Scalar(1.0 / count));
    }

    private static TensorVector grad(TensorVector outputs, Blocks by, boolean createGraph) {
        TensorVector inputs = new TensorVector(by.blocks().toArray(Tensor[]::new));
        return torch.grad(outputs, inputs, new TensorVector(), new BoolOptional(createGraph), createGraph, true);
    }

    /** The gradient of Σ ⟨fᵢ, dᵢ⟩; a function fᵢ that does not depend on the parameters contributes nothing. */
    private static TensorVector along(
            TensorVector functions, Blocks direction, Blocks by, boolean keepGraph, boolean createGraph) {
        List<Tensor> dependent = new ArrayList<>();
        List<Tensor> weights = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            Tensor function = functions.get(i);
            if (function.defined() && function.requires_grad()) {
                dependent.add(function);
                weights.add(direction.blocks().get(i));
            }
        }
        TensorVector inputs = new TensorVector(by.blocks().toArray(Tensor[]::new));
        return torch.grad(
                new TensorVector(dependent.toArray(Tensor[]::new)),
                inputs,
                new TensorVector(weights.toArray(Tensor[]::new)),
                new BoolOptional(keepGraph),
                createGraph,
                true);
    }
}
