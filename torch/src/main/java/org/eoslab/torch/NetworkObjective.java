package org.eoslab.torch;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.FiniteSum;
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
    private final Source source;
    private final int @Nullable [] indices;
    private final String objection;

    /** The settings, and what is made of them at the first evaluation; shared with the batches. */
    private static final class Source {
        private final Network network;
        private final DataSet data;
        private final Loss loss;
        private final Precision precision;
        private final Chunks chunks;
        private final int dimension;
        private @Nullable Differentiator differentiator;

        Source(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
            this.network = network;
            this.data = data;
            this.loss = loss;
            this.precision = precision;
            this.chunks = chunks;
            this.dimension = network.dimension();
        }

        Differentiator differentiator() {
            if (differentiator == null) {
                differentiator = new Differentiator(network, data, loss, precision, chunks);
            }
            return differentiator;
        }
    }

    /**
     * The objective.
     *
     * @param network maps the inputs to as many outputs as the targets have
     * @param data the examples, at least one
     * @param loss what outputs cost
     * @param precision in which the network computes
     * @param chunks how many examples at a time
     */
    public NetworkObjective(Network network, DataSet data, Loss loss, Precision precision, Chunks chunks) {
        this(new Source(network, data, loss, precision, chunks), null, "");
        if (data.size() < 1) {
            throw new IllegalArgumentException("the data set is empty: a loss needs at least one example");
        }
    }

    private NetworkObjective(Source source, int @Nullable [] indices, String objection) {
        this.source = source;
        this.indices = indices;
        this.objection = objection;
    }

    /** The same loss, whose third derivatives are not to be relied on. */
    public NetworkObjective objecting(String reason) {
        return new NetworkObjective(source, indices, reason);
    }

    @Override
    public String objection() {
        return objection;
    }

    @Override
    public int dimension() {
        return source.dimension;
    }

    @Override
    public int examples() {
        return indices == null ? source.data.size() : indices.length;
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
        return new NetworkObjective(source, positions, objection);
    }

    @Override
    public double value(double[] w) {
        try (NativeWork work = NativeWork.begin()) {
            return source.differentiator().value(w, indices, examples());
        }
    }

    /** By one forward pass. */
    @Override
    public double[] losses(double[] w) {
        try (NativeWork work = NativeWork.begin()) {
            return source.differentiator().losses(w, indices, examples());
        }
    }

    /** The share of decisions that are right, from 0 to 1, over all examples. */
    public double accuracy(double[] w, Decision decision) {
        try (NativeWork work = NativeWork.begin()) {
            return source.differentiator().accuracy(w, decision, indices, examples());
        }
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        try (NativeWork work = NativeWork.begin()) {
            return source.differentiator().gradient(w, gradient, indices, examples());
        }
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return new Hessian(w.clone());
    }

    /** The Hessian at a point. */
    private final class Hessian implements SymmetricOperator {
        private final double[] point;

        Hessian(double[] point) {
            this.point = point;
        }

        @Override
        public int dimension() {
            return source.dimension;
        }

        @Override
        public void apply(double[] x, double[] result) {
            try (NativeWork work = NativeWork.begin()) {
                source.differentiator().hessian(this, point, x, result, indices, examples());
            }
        }

        @Override
        public double rounding() {
            return source.precision.rounding();
        }
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        try (NativeWork work = NativeWork.begin()) {
            source.differentiator().third(w, u, v, result, indices, examples());
        }
    }
}
