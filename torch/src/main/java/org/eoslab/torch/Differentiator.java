package org.eoslab.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a network's loss and its batches share: the data and the parameters in native memory, and at most one kept graph, so
 * that memory stays bounded whatever the caller holds on to. Used by one thread at a time; the chunks of an evaluation are shared out
 * to all threads.
 */
final class Differentiator {
    /** Chunks whose contributions are held at a time. */
    private static final int WAVE = 16;

    private final Loss loss;
    private final Chunks chunks;
    private final Batches batches;
    private final Blocks point;
    private final Blocks graphPoint;
    private final UnaryOperator<Tensor> network;
    private final UnaryOperator<Tensor> graphNetwork;
    private final Blocks direction;
    private final Blocks secondDirection;
    private @Nullable TensorVector[] graphs = new TensorVector[0];
    private @Nullable Object graphOwner;

    Differentiator(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
        Libtorch.load();
        this.loss = loss;
        this.chunks = chunks;
        this.batches = new Batches(data, precision, network.onSubspace(1).isPresent());
        this.point = new Blocks(network, precision, true);
        this.graphPoint = new Blocks(network, precision, true);
        this.network = network.at(point.blocks());
        this.graphNetwork = network.at(graphPoint.blocks());
        this.direction = new Blocks(network, precision, false);
        this.secondDirection = new Blocks(network, precision, false);
    }

    /** The mean loss over some examples, or over all. */
    double value(double[] w, int @Nullable [] indices, int count) {
        point.write(w);
        double[] losses = new double[chunks.number(count)];
        IntStream.range(0, losses.length).parallel().forEach(chunk -> {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                losses[chunk] = loss(network, indices, chunk, count).item_double();
            }
        });
        return DoubleStream.of(losses).reduce(0, Double::sum);
    }

    /** The loss of each of some examples, or of all. */
    double[] losses(double[] w, int @Nullable [] indices, int count) {
        point.write(w);
        double[] losses = new double[count];
        IntStream.range(0, chunks.number(count)).parallel().forEach(chunk -> {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                int from = chunks.first(chunk, count);
                int to = chunks.first(chunk + 1, count);
                Tensor outputs = network.apply(batches.inputs(indices, from, to));
                Tensor each = loss.terms(outputs, batches.targets(indices, from, to))
                        .reshape(to - from, -1)
                        .to(ScalarType.Double)
                        .sum(1)
                        .contiguous();
                each.data_ptr_double().get(losses, from, to - from);
            }
        });
        return losses;
    }

    /** The share of decisions over some examples, or over all, that are right. */
    double accuracy(double[] w, Decision decision, int @Nullable [] indices, int count) {
        point.write(w);
        double[] shares = new double[chunks.number(count)];
        IntStream.range(0, shares.length).parallel().forEach(chunk -> {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                int from = chunks.first(chunk, count);
                int to = chunks.first(chunk + 1, count);
                Tensor outputs = network.apply(batches.inputs(indices, from, to));
                Tensor right = decision.right(outputs, batches.targets(indices, from, to));
                shares[chunk] = (double) right.sum().item_long() / right.numel() * (to - from);
            }
        });
        return DoubleStream.of(shares).reduce(0, Double::sum) / count;
    }

    /** Writes the gradient of the mean loss; returns the mean loss. */
    double gradient(double[] w, double[] gradient, int @Nullable [] indices, int count) {
        point.write(w);
        double[] losses = new double[chunks.number(count)];
        sum(count, gradient, chunk -> {
            Tensor value = loss(network, indices, chunk, count);
            TensorVector part = grad(new TensorVector(value), point, false);
            losses[chunk] = value.item_double();
            return part;
        });
        return DoubleStream.of(losses).reduce(0, Double::sum);
    }

    /**
     * Writes ∇²L(w)·v. As long as the same owner asks, at the same point, the graph of the gradient is used again.
     *
     * @param owner stands for the point {@code w} and the examples
     */
    void hessian(Object owner, double[] w, double[] v, double[] product, int @Nullable [] indices, int count) {
        if (graphOwner != owner) {
            for (TensorVector graph : graphs) {
                if (graph != null) {
                    graph.close();
                }
            }
            graphs = new TensorVector[chunks.number(count)];
            graphPoint.write(w);
            graphOwner = owner;
        }
        direction.write(v);
        sum(count, product, chunk -> {
            boolean keep = chunks.keeps(chunk, count) && (graphs[chunk] != null || hasRoom());
            TensorVector gradient = graphs[chunk];
            if (gradient == null) {
                gradient = grad(new TensorVector(loss(graphNetwork, indices, chunk, count)), graphPoint, true);
                if (keep) {
                    graphs[chunk] = Libtorch.keep(gradient);
                }
            }
            return along(gradient, direction, graphPoint, keep, false);
        });
    }

    /** Whether another graph may be kept: half of what the process may take is for what comes and goes. */
    private static boolean hasRoom() {
        long most = Pointer.maxPhysicalBytes();
        return most == 0 || Pointer.physicalBytes() < most / 2;
    }

    /** Writes ∇³L(w)[u, v, ·]. */
    void third(double[] w, double[] u, double[] v, double[] third, int @Nullable [] indices, int count) {
        point.write(w);
        direction.write(u);
        secondDirection.write(v);
        sum(count, third, chunk -> {
            TensorVector gradient = grad(new TensorVector(loss(network, indices, chunk, count)), point, true);
            TensorVector product = along(gradient, direction, point, true, true);
            return along(product, secondDirection, point, false, false);
        });
    }

    /**
     * Writes the sum of what the chunks contribute, in their order.
     *
     * @param part what one contributes, differentiable inside
     */
    private void sum(int count, double[] result, IntFunction<TensorVector> part) {
        int number = chunks.number(count);
        for (int first = 0; first < number; first += WAVE) {
            List<TensorVector> parts = IntStream.range(first, Math.min(first + WAVE, number))
                    .parallel()
                    .mapToObj(chunk -> {
                        try (PointerScope scope = new PointerScope();
                                AutoGradMode mode = new AutoGradMode(true)) {
                            return Libtorch.keep(part.apply(chunk));
                        }
                    })
                    .toList();
            try (PointerScope scope = new PointerScope()) {
                point.read(parts, result, first > 0);
            }
            parts.forEach(TensorVector::close);
        }
    }

    /** The part of the mean loss over {@code count} examples that comes from a chunk. */
    private Tensor loss(UnaryOperator<Tensor> network, int @Nullable [] indices, int chunk, int count) {
        int from = chunks.first(chunk, count);
        int to = chunks.first(chunk + 1, count);
        Tensor outputs = network.apply(batches.inputs(indices, from, to));
        return loss.sum(outputs, batches.targets(indices, from, to)).mul(new Scalar(1.0 / count));
    }

    static TensorVector grad(TensorVector outputs, Blocks by, boolean createGraph) {
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
        if (dependent.isEmpty()) {
            return new TensorVector(inputs.size()); // of undefined tensors: zeros
        }
        return torch.grad(
                new TensorVector(dependent.toArray(Tensor[]::new)),
                inputs,
                new TensorVector(weights.toArray(Tensor[]::new)),
                new BoolOptional(keepGraph),
                createGraph,
                true);
    }
}
