package org.eoslab.torch;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.Labels;
import org.eoslab.torch.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A network and its data set in the coordinates of the span of the inputs, where these are fewer than the numbers of one: X = R·Q with
 * the orthonormal rows of Q spanning the inputs' rows. A network f(Wx, …) sees of its first weights W no more than W·Qᵀ, so its loss is
 * one of fewer parameters: 3072–200–200–10 on 1,000 images has 656,810, of which 242,410 matter.
 *
 * <p>The change of coordinates w ↦ (W·Qᵀ, …) is orthogonal, and what it leaves out never moves. Whatever commutes with rotations, as gradient
 * descent does and a step for each parameter by itself does not, takes the same steps in either coordinates, and losses, lengths and
 * eigenvalues other than zero are the same.
 */
public final class InputSpan {
    private final Network whole;
    private final Network network;
    private final DataSet data;
    /** Qᵀ; null when everything is as given. */
    private final @Nullable Tensor basis;

    /**
     * In the span of the inputs, when they are few and the network takes them by a linear layer; else as given. Loads the native library
     * when it has something to do.
     */
    public static InputSpan of(Network network, DataSet data) {
        return data.size() >= data.inputLength()
                ? asGiven(network, data)
                : network.onSubspace(data.size())
                        .map(narrow -> narrowed(network, narrow, data))
                        .orElseGet(() -> asGiven(network, data));
    }

    /** The network and the data set as they are. */
    public static InputSpan asGiven(Network network, DataSet data) {
        return new InputSpan(network, network, data, null);
    }

    private InputSpan(Network whole, Network network, DataSet data, @Nullable Tensor basis) {
        this.whole = whole;
        this.network = network;
        this.data = data;
        this.basis = basis;
    }

    private static InputSpan narrowed(Network whole, Network narrow, DataSet data) {
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope()) {
            Tensor inputs = Batches.of(data, Precision.FLOAT64)
                    .inputs(null, 0, data.size())
                    .flatten(1, -1);
            T_TensorTensor_T factors = torch.linalg_qr(inputs.t(), "reduced");
            double[][] coordinates = rows(factors.get1().t().contiguous());
            Tensor basis = Libtorch.keep(factors.get0().contiguous());
            return new InputSpan(whole, narrow, new Coordinates(data, coordinates), basis);
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

    /** The network of the coordinates R, or the one given. */
    public Network network() {
        return network;
    }

    /** The data set with the coordinates R for its inputs, or the one given. */
    public DataSet data() {
        return data;
    }

    /** The part (W·Qᵀ, …) of a parameter vector of the whole network that the loss sees, a parameter vector of {@link #network}; or w itself. */
    public double[] coordinates(double[] w) {
        if (basis == null) {
            return w;
        }
        double[] part = new double[network.dimension()];
        try (NativeWork work = NativeWork.begin();
                PointerScope scope = new PointerScope()) {
            Blocks from = new Blocks(whole, Precision.FLOAT64, false);
            from.write(w);
            Tensor[] blocks = from.blocks().toArray(Tensor[]::new);
            blocks[0] = blocks[0].mm(basis);
            int[] sizes = Stream.of(blocks)
                    .mapToInt(block -> Math.toIntExact(block.numel()))
                    .toArray();
            try (NativePart rotated = NativePart.keeping(new double[0], new TensorVector(blocks))) {
                new PartSum(sizes, part).add(List.of(rotated));
            }
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
        public Labels labels() {
            return whole.labels();
        }

        @Override
        public void read(int index, double[] input, double[] target) {
            whole.read(index, new double[Math.toIntExact(whole.inputLength())], target);
            System.arraycopy(rows[index], 0, input, 0, input.length);
        }
    }
}
