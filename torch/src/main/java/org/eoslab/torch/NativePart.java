package org.eoslab.torch;

import java.nio.Buffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;

/**
 * A chunk's part as libtorch has made it; to be closed, and its blocks not used any more then.
 *
 * @param numbers its numbers
 * @param vector a contiguous or undefined tensor for each parameter; null where there is no vector
 */
@SuppressWarnings("ArrayRecordComponent")
record NativePart(double[] numbers, @Nullable TensorVector vector) implements Part, AutoCloseable {
    /** Keeps the tensors beyond the {@code PointerScope} that they were made in. */
    static NativePart keeping(double[] numbers, TensorVector vector) {
        for (long i = 0; i < vector.size(); i++) {
            if (vector.get(i).defined()) {
                vector.put(i, vector.get(i).contiguous());
            }
        }
        return new NativePart(numbers, Libtorch.keep(vector));
    }

    @Override
    public @Nullable Buffer block(int parameter) {
        if (vector == null) {
            return null;
        }
        Tensor tensor = vector.get(parameter);
        return tensor.defined() ? Exchange.buffer(tensor) : null;
    }

    @Override
    public void close() {
        if (vector != null) {
            vector.close();
        }
    }
}
