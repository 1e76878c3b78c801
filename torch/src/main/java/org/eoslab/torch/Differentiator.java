package org.eoslab.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of some examples contribute to the answer of a {@link Question}. Holds the examples of a range and the parameters in native
 * memory, and at most one kept graph a chunk, so that memory stays bounded whatever the caller holds on to. One question at a time; its
 * chunks may be asked for in several threads at once.
 */
final class Differentiator {
    private static final double[] NONE = {};

    private final Terms terms;
    private final Chunks chunks;
    private final Blocks point;
    private final Blocks graphPoint;
    private final UnaryOperator<Tensor> network;
    private final UnaryOperator<Tensor> graphNetwork;
    private final Blocks direction;
    private final Blocks secondDirection;
    private @Nullable Batches held;
    private int from;
    private int to;
    private final Map<Integer, Batches> batch = new ConcurrentHashMap<>();
    private int @Nullable [] batchOf;
    private @Nullable TensorVector[] graphs = new TensorVector[0];
    private long graph = -1;

    Differentiator(Terms terms) {
        Libtorch.load();
        this.terms = terms;
        this.chunks = terms.chunks();
        this.point = new Blocks(terms.network(), terms.precision(), true);
        this.graphPoint = new Blocks(terms.network(), terms.precision(), true);
        this.network = terms.network().at(point.blocks());
        this.graphNetwork = terms.network().at(graphPoint.blocks());
        this.direction = new Blocks(terms.network(), terms.precision(), false);
        this.secondDirection = new Blocks(terms.network(), terms.precision(), false);
    }

    /**
     * Takes over the vectors of a question, and the examples that its chunks are of.
     *
     * @param first the first chunk that will be asked for
     * @param end the one after the last
     */
    void prepare(Question question, int first, int end) {
        int count = question.count();
        if (question.examples() == null) {
            hold(chunks.first(first, count), chunks.first(end, count));
        } else if (!Arrays.equals(question.examples(), batchOf)) {
            batch.clear();
            batchOf = question.examples();
        }
        if (question.kind() != Question.Kind.HESSIAN) {
            point.write(question.point());
        } else if (graph != question.graph() || graphs.length != chunks.number(count)) {
            for (TensorVector kept : graphs) {
                if (kept != null) {
                    kept.close();
                }
            }
            graphs = new TensorVector[chunks.number(count)];
            graphPoint.write(question.point());
            graph = question.graph();
        }
        List<double[]> directions = question.directions();
        if (!directions.isEmpty()) {
            direction.write(directions.get(0));
        }
        if (directions.size() > 1) {
            secondDirection.write(directions.get(1));
        }
    }

    private void hold(int first, int end) {
        if (held == null || from != first || to != end) {
            boolean byColumn = terms.network().onSubspace(1).isPresent();
            held = new Batches(terms.data(), terms.precision(), byColumn, first, end);
            from = first;
            to = end;
        }
    }

    /** What a chunk contributes. */
    NativePart part(Question question, int chunk) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode mode = new AutoGradMode(question.kind().hasVector())) {
            return switch (question.kind()) {
                case VALUE ->
                    new NativePart(new double[] {loss(network, question, chunk).item_double()}, null);
                case LOSSES -> new NativePart(losses(question, chunk), null);
                case RIGHT -> new NativePart(new double[] {right(question, chunk)}, null);
                case GRADIENT -> {
                    Tensor value = loss(network, question, chunk);
                    TensorVector gradient = grad(new TensorVector(value), point, false);
                    yield NativePart.keeping(new double[] {value.item_double()}, gradient);
                }
                case HESSIAN -> NativePart.keeping(NONE, hessian(question, chunk));
                case THIRD -> {
                    TensorVector gradient = grad(new TensorVector(loss(network, question, chunk)), point, true);
                    TensorVector product = along(gradient, direction, point, true, true);
                    yield NativePart.keeping(NONE, along(product, secondDirection, point, false, false));
                }
            };
        }
    }

    private double[] losses(Question question, int chunk) {
        Examples examples = examples(question, chunk);
        Tensor each = terms.loss()
                .terms(network.apply(examples.inputs), examples.targets)
                .reshape(examples.count, -1)
                .to(ScalarType.Double)
                .sum(1)
                .contiguous();
        double[] losses = new double[examples.count];
        each.data_ptr_double().get(losses);
        return losses;
    }

    /** How many examples are right, where an example may have several outputs that are. */
    private double right(Question question, int chunk) {
        Examples examples = examples(question, chunk);
        Decision decision = Objects.requireNonNull(question.decision());
        Tensor right = decision.right(network.apply(examples.inputs), examples.targets);
        return (double) right.sum().item_long() / right.numel() * examples.count;
    }

    /** As long as the same graph is meant, it is used again. */
    private TensorVector hessian(Question question, int chunk) {
        boolean keep = keeps(question, chunk) && (graphs[chunk] != null || hasRoom());
        TensorVector gradient = graphs[chunk];
        if (gradient == null) {
            gradient = grad(new TensorVector(loss(graphNetwork, question, chunk)), graphPoint, true);
            if (keep) {
                graphs[chunk] = Libtorch.keep(gradient);
            }
        }
        return along(gradient, direction, graphPoint, keep, false);
    }

    private boolean keeps(Question question, int chunk) {
        int before = question.examples() == null ? from : 0;
        return chunks.first(chunk + 1, question.count()) - before <= chunks.kept();
    }

    /** Whether another graph may be kept: half of what the process may take is for what comes and goes. */
    private static boolean hasRoom() {
        long most = Pointer.maxPhysicalBytes();
        return most == 0 || Pointer.physicalBytes() < most / 2;
    }

    /** The part of the mean loss over all examples of the question that comes from a chunk. */
    private Tensor loss(UnaryOperator<Tensor> net, Question question, int chunk) {
        Examples examples = examples(question, chunk);
        return terms.loss().sum(net.apply(examples.inputs), examples.targets).mul(new Scalar(1.0 / question.count()));
    }

    /** The examples of a chunk. */
    private record Examples(Tensor inputs, Tensor targets, int count) {}

    private Examples examples(Question question, int chunk) {
        int first = chunks.first(chunk, question.count());
        int end = chunks.first(chunk + 1, question.count());
        int[] chosen = question.examples();
        Batches whole = held;
        if (chosen == null) {
            return examples(Objects.requireNonNull(whole), null, first - from, end - from);
        }
        if (whole != null && to - from == terms.data().size()) {
            return examples(whole, chosen, first, end);
        }
        Batches own = batch.computeIfAbsent(
                chunk, c -> Batches.of(terms.data().at(Arrays.copyOfRange(chosen, first, end)), terms.precision()));
        return examples(own, null, 0, end - first);
    }

    private static Examples examples(Batches batches, int @Nullable [] indices, int first, int end) {
        return new Examples(batches.inputs(indices, first, end), batches.targets(indices, first, end), end - first);
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
