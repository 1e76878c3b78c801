package org.eoslab.torch;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.eoslab.torch.data.DataSet;
import org.jspecify.annotations.Nullable;

/** A data set in native memory, handed out a chunk at a time. */
final class Batches {
    private final Tensor inputs;
    private final Tensor targets;

    /** Copies the data set into native memory. */
    Batches(DataSet data, Precision precision) {
        long[] shape = new long[data.inputShape().size() + 1];
        shape[0] = data.size();
        int inputSize = 1;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = data.inputShape().get(i - 1);
            inputSize = Math.toIntExact(inputSize * shape[i]);
        }
        double[] input = new double[inputSize];
        double[] target = new double[data.outputs()];
        try (PointerScope scope = new PointerScope()) {
            TensorOptions options = new TensorOptions(precision.type());
            inputs = Libtorch.keep(torch.empty(shape, options, null));
            targets = Libtorch.keep(torch.empty(new long[] {data.size(), data.outputs()}, options, null));
            DoublePointer inputMemory = new DoublePointer(input.length);
            DoublePointer targetMemory = new DoublePointer(target.length);
            Tensor inputRow = row(inputMemory, input.length);
            Tensor targetRow = row(targetMemory, target.length);
            for (int i = 0; i < data.size(); i++) {
                data.read(i, input, target);
                inputMemory.put(input, 0, input.length);
                targetMemory.put(target, 0, target.length);
                copy(inputRow, inputs, i, input.length);
                copy(targetRow, targets, i, target.length);
            }
        }
    }

    private static Tensor row(DoublePointer memory, int length) {
        return torch.from_blob(memory, new long[] {length}, new TensorOptions(ScalarType.Double));
    }

    private static void copy(Tensor row, Tensor all, int index, int length) {
        try (PointerScope scope = new PointerScope()) {
            all.narrow(0, index, 1).view(length).copy_(row);
        }
    }

    /** The inputs of the examples at positions {@code from} to {@code to} (exclusive) of {@code indices}, or of the whole set. */
    Tensor inputs(int @Nullable [] indices, int from, int to) {
        return select(inputs, indices, from, to);
    }

    /** Their targets. */
    Tensor targets(int @Nullable [] indices, int from, int to) {
        return select(targets, indices, from, to);
    }

    private static Tensor select(Tensor all, int @Nullable [] indices, int from, int to) {
        if (indices == null) {
            return all.narrow(0, from, to - from);
        }
        LongPointer chosen = new LongPointer(to - from);
        for (int i = from; i < to; i++) {
            chosen.put(i - from, indices[i]);
        }
        TensorOptions options = new TensorOptions(ScalarType.Long);
        return all.index_select(0, torch.from_blob(chosen, new long[] {to - from}, options));
    }
}
