package org.eoslab.torch;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Copies numbers between Java's doubles and a contiguous tensor of either precision. Floats cross over a piece at a time that stays in
 * the cache: each number is read once and written once.
 */
final class Exchange {
    private static final int PIECE = 4096;

    private final Precision precision;
    private final float[] piece = new float[PIECE];

    Exchange(Precision precision) {
        this.precision = precision;
    }

    /** Overwrites the tensor with as many numbers of {@code source}, from its first one on. */
    void write(double[] source, Tensor tensor) {
        if (precision == Precision.FLOAT64) {
            tensor.data_ptr_double().put(source, 0, Math.toIntExact(tensor.numel()));
            return;
        }
        FloatBuffer floats = floats(tensor);
        for (int from = 0; from < floats.capacity(); from += PIECE) {
            int count = Math.min(PIECE, floats.capacity() - from);
            for (int i = 0; i < count; i++) {
                piece[i] = (float) source[from + i];
            }
            floats.put(from, piece, 0, count);
        }
    }

    /** Writes the tensor's numbers to {@code target}, from {@code offset} on, or adds them. */
    void read(Tensor tensor, double[] target, int offset, boolean add) {
        int size = Math.toIntExact(tensor.numel());
        if (precision == Precision.FLOAT64 && !add) {
            tensor.data_ptr_double().get(target, offset, size);
        } else if (precision == Precision.FLOAT64) {
            double[] numbers = new double[size];
            tensor.data_ptr_double().get(numbers);
            for (int i = 0; i < size; i++) {
                target[offset + i] += numbers[i];
            }
        } else {
            readFloats(floats(tensor), target, offset, add);
        }
    }

    private void readFloats(FloatBuffer floats, double[] target, int offset, boolean add) {
        for (int from = 0; from < floats.capacity(); from += PIECE) {
            int count = Math.min(PIECE, floats.capacity() - from);
            floats.get(from, piece, 0, count);
            int at = offset + from;
            if (add) {
                for (int i = 0; i < count; i++) {
                    target[at + i] += piece[i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    target[at + i] = piece[i];
                }
            }
        }
    }

    private static FloatBuffer floats(Tensor tensor) {
        FloatPointer memory = tensor.data_ptr_float();
        return memory.capacity(tensor.numel()).asBuffer();
    }
}
