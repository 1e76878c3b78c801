package org.eoslab.torch;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.MatrixShape;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * The mean loss of a network over a data set, L(w) = (1/n) Σᵢ ℓ(f(xᵢ; w), yᵢ), differentiated by libtorch.
 *
 * <p>w holds the network's parameters in their order, each row-major. Hessian products are exact (double backward) and use
 * the gradient's graph at w again: a product costs about as much as a gradient. The native library is loaded, and the data copied to
 * it, at the first evaluation. One thread at a time.
 */
public final class NetworkObjective implements SmoothObjective, FiniteSum {
    private static final AtomicLong GRAPHS = new AtomicLong();
    private static final double[] NONE = {};

    private final Terms terms;
    private final Evaluator evaluator;
    private final int dimension;
    private final int @Nullable [] indices;
    private final String objection;

    /**
     * The objective, evaluated in this process.
     *
     * @param network maps the inputs to as many outputs as the targets have
     * @param data the examples, at least one
     * @param loss what outputs cost
     * @param precision in which the network computes
     * @param chunks how many examples at a time
     */
    public NetworkObjective(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
        this(new Terms(network, data, loss, precision, chunks));
    }

    private NetworkObjective(Terms terms) {
        this(terms, Evaluator.here(terms));
    }

    /**
     * The objective of some terms.
     *
     * @param evaluator takes the sums over them
     */
    public NetworkObjective(Terms terms, Evaluator evaluator) {
        this(terms, evaluator, terms.network().dimension(), null, "");
    }

    private NetworkObjective(
            Terms terms, Evaluator evaluator, int dimension, int @Nullable [] indices, String objection) {
        this.terms = terms;
        this.evaluator = evaluator;
        this.dimension = dimension;
        this.indices = indices;
        this.objection = objection;
    }

    /** The same loss, whose third derivatives are not to be relied on. */
    public NetworkObjective objecting(String reason) {
        return new NetworkObjective(terms, evaluator, dimension, indices, reason);
    }

    @Override
    public String objection() {
        return objection;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** A parameter with several dimensions is a matrix with its first as rows, a kernel too. */
    @Override
    public List<MatrixShape> matrices() {
        return terms.network().parameters().stream()
                .map(parameter -> {
                    int rows = Math.toIntExact(
                            parameter.shape().isEmpty() ? 1 : parameter.shape().get(0));
                    return new MatrixShape(rows, Math.toIntExact(parameter.size() / rows));
                })
                .toList();
    }

    @Override
    public int examples() {
        return indices == null ? terms.data().size() : indices.length;
    }

    @Override
    public Objective batch(int[] chosen) {
        int[] positions = chosen.clone();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0 || positions[i] >= examples()) {
                throw new IllegalArgumentException(
                        "example " + positions[i] + ": must be from 0 to " + (examples() - 1));
            }
            positions[i] = indices == null ? positions[i] : indices[positions[i]];
        }
        return new NetworkObjective(terms, evaluator, dimension, positions, objection);
    }

    @Override
    public double value(double[] w) {
        return sum(ask(Question.Kind.VALUE, w, NONE));
    }

    /** By one forward pass. */
    @Override
    public double[] losses(double[] w) {
        return ask(Question.Kind.LOSSES, w, NONE);
    }

    /** The share of decisions that are right, from 0 to 1, over all examples. */
    public double accuracy(double[] w, Decision decision) {
        int count = examples();
        Question question = new Question(Question.Kind.RIGHT, w, List.of(), 0, decision, indices, count);
        return sum(evaluator.ask(question, NONE)) / count;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        return sum(ask(Question.Kind.GRADIENT, w, gradient));
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return new Hessian(w.clone());
    }

    /** The Hessian at a point. */
    private final class Hessian implements SymmetricOperator {
        private final double[] point;
        private final long graph = GRAPHS.incrementAndGet();

        Hessian(double[] point) {
            this.point = point;
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public void apply(double[] x, double[] result) {
            Question.Kind kind = Question.Kind.HESSIAN;
            evaluator.ask(new Question(kind, point, List.of(x), graph, null, indices, examples()), result);
        }

        @Override
        public double rounding() {
            return terms.precision().rounding();
        }
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        ask(Question.Kind.THIRD, w, result, u, v);
    }

    private double[] ask(Question.Kind kind, double[] w, double[] result, double[]... directions) {
        return evaluator.ask(new Question(kind, w, List.of(directions), 0, null, indices, examples()), result);
    }

    /** From the first to the last, which is the order of the chunks. */
    private static double sum(double[] parts) {
        return DoubleStream.of(parts).reduce(0, Double::sum);
    }
}
