package org.eoslab.torch;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;

/**
 * The span of a data set's inputs, where they are few for their length: X = R·Q with the orthonormal rows of Q spanning the inputs'
 * rows. A network f(Wx, …) sees of its first weights W no more than W·Qᵀ, so the loss is one of fewer parameters, and its
 * Hessian is zero in all other directions: 3072–200–200–10 on 1,000 images has 656,810 parameters, of which 242,410 matter.
 *
 * <p>The change of coordinates w ↦ (W·Qᵀ, …) is orthogonal, so eigenvalues and lengths stay what they are.
 */
final class InputSpan {
    /** With more examples than this share of an input's length there is little to gain. */
    private static final double FEW = 0.5;

    /** Qᵀ. */
    private final Tensor basis;

    private final Blocks whole;
    private final Blocks inside;
    private final Network network;
    private final DataSet coordinates;

    /** The span of the inputs of {@code data}, when they are few and the network takes them by a linear layer. */
    static Optional<InputSpan> of(Network network, DataSet data, Precision precision) {
        return data.size() > FEW * data.inputLength()
                ? Optional.empty()
                : network.onSubspace(data.size()).map(narrow -> new InputSpan(network, narrow, data, precision));
    }

    private InputSpan(Network network, Network narrow, DataSet data, Precision precision) {
        this.network = narrow;
        try (PointerScope scope = new PointerScope()) {
            Tensor inputs = new Batches(data, Precision.FLOAT64, false)
                    .inputs(null, 0, data.size())
                    .flatten(1, -1);
            T_TensorTensor_T factors = torch.linalg_qr(inputs.t(), "reduced");
            basis = Libtorch.keep(factors.get0().to(precision.type()).contiguous());
            coordinates = new Coordinates(data, rows(factors.get1().t().contiguous()));
        }
        this.whole = new Blocks(network, precision, false);
        this.inside = new Blocks(narrow, precision, false);
    }

    private static double[][] rows(Tensor square) {
        int n = Math.toIntExact(square.size(0));
        double[][] rows = new double[n][n];
        DoublePointer memory = square.data_ptr_double();
        for (int i = 0; i < n; i++) {
            memory.position((long) i * n).get(rows[i]);
        }
        return rows;
    }

    /** The network of the coordinates R. */
    Network network() {
        return network;
    }

    /** The data set with the coordinates R for its inputs. */
    DataSet data() {
        return coordinates;
    }

    /** The part of a parameter vector that the loss sees: (W·Qᵀ, …). */
    double[] compress(double[] w) {
        return map(w, whole, false, inside, new double[network.dimension()]);
    }

    /** The parameter vector of the whole network with this part: (V·Q, …). */
    double[] lift(double[] part, double[] w) {
        return map(part, inside, true, whole, w);
    }

    private double[] map(double[] x, Blocks from, boolean back, Blocks to, double[] result) {
        from.write(x);
        try (PointerScope scope = new PointerScope()) {
            Tensor[] blocks = from.blocks().toArray(Tensor[]::new);
            blocks[0] = blocks[0].mm(back ? basis.t() : basis);
            to.read(new TensorVector(blocks), result, false);
        }
        return result;
    }

    /** R with the targets of the data set. */
    private record Coordinates(DataSet whole, double[][] rows) implements DataSet {
        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public List<Long> inputShape() {
            return List.of((long) rows.length);
        }

        @Override
        public int outputs() {
            return whole.outputs();
        }

        @Override
        public void read(int index, double[] input, double[] target) {
            whole.read(index, new double[Math.toIntExact(whole.inputLength())], target);
            System.arraycopy(rows[index], 0, input, 0, input.length);
        }
    }
}
