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
 * The span of a data set's inputs, where they are fewer than the numbers of one: X = R·Q with the orthonormal rows of Q spanning
 * the inputs' rows. A network f(Wx, …) sees of its first weights W no more than W·Qᵀ, so its loss is one of fewer parameters:
 * 3072–200–200–10 on 1,000 images has 656,810, of which 242,410 matter.
 *
 * <p>The change of coordinates w ↦ (W·Qᵀ, …) is orthogonal, and what it leaves out never moves. Whatever commutes with rotations, as gradient
 * descent does and a step for each parameter by itself does not, takes the same steps in either coordinates, and losses, lengths and
 * eigenvalues other than zero are the same.
 */
public final class InputSpan {
    /** Qᵀ. */
    private final Tensor basis;

    private final Network whole;
    private final Network network;
    private final DataSet data;

    /** The span of the inputs of {@code data}, when they are few and the network takes them by a linear layer. Loads the native library. */
    public static Optional<InputSpan> of(Network network, DataSet data) {
        return data.size() >= data.inputLength()
                ? Optional.empty()
                : network.onSubspace(data.size()).map(narrow -> new InputSpan(network, narrow, data));
    }

    private InputSpan(Network whole, Network network, DataSet data) {
        this.whole = whole;
        this.network = network;
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope()) {
            Tensor inputs = new Batches(data, Precision.FLOAT64, false)
                    .inputs(null, 0, data.size())
                    .flatten(1, -1);
            T_TensorTensor_T factors = torch.linalg_qr(inputs.t(), "reduced");
            this.basis = Libtorch.keep(factors.get0().contiguous());
            this.data = new Coordinates(data, rows(factors.get1().t().contiguous()));
        }
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
    public Network network() {
        return network;
    }

    /** The data set with the coordinates R for its inputs. */
    public DataSet data() {
        return data;
    }

    /** The part (W·Qᵀ, …) of a parameter vector of the whole network that the loss sees, a parameter vector of {@link #network}. */
    public double[] coordinates(double[] w) {
        double[] part = new double[network.dimension()];
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope()) {
            Blocks from = new Blocks(whole, Precision.FLOAT64, false);
            from.write(w);
            Tensor[] blocks = from.blocks().toArray(Tensor[]::new);
            blocks[0] = blocks[0].mm(basis);
            new Blocks(network, Precision.FLOAT64, false).read(List.of(new TensorVector(blocks)), part, false);
        }
        return part;
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
