package org.eoslab.torch;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Copies numbers between Java's doubles and contiguous tensors of either precision, a piece at a time that stays in the cache, the pieces
 * of large vectors in parallel.
 */
final class Exchange {
    private static final int PIECE = 4096;

    /** Pieces a task: fewer are not worth another thread. */
    private static final int PIECES = 8;

    private final Precision precision;

    Exchange(Precision precision) {
        this.precision = precision;
    }

    /** Overwrites the tensor with as many numbers of {@code source}, from its first one on. */
    void write(double[] source, Tensor tensor) {
        int size = Math.toIntExact(tensor.numel());
        if (precision == Precision.FLOAT64) {
            tensor.data_ptr_double().put(source, 0, size);
            return;
        }
        FloatBuffer floats = floats(tensor);
        pieces(size, () -> {
            float[] single = new float[PIECE];
            return (from, to) -> {
                for (int i = from; i < to; i++) {
                    single[i - from] = (float) source[i];
                }
                floats.put(from, single, 0, to - from);
            };
        });
    }

    /**
     * Writes the sum of tensors of one size to {@code target}, or adds them to it one after another.
     *
     * @param offset of the first number in {@code target}
     */
    void read(List<Tensor> tensors, double[] target, int offset, boolean add) {
        List<FloatBuffer> singles = precision == Precision.FLOAT32
                ? tensors.stream().map(Exchange::floats).toList()
                : List.of();
        List<DoubleBuffer> doubles = precision == Precision.FLOAT64
                ? tensors.stream().map(Exchange::doubles).toList()
                : List.of();
        pieces(Math.toIntExact(tensors.get(0).numel()), () -> {
            float[] single = new float[PIECE];
            double[] wide = new double[PIECE];
            return (from, to) -> {
                int count = to - from;
                for (int t = 0; t < tensors.size(); t++) {
                    if (precision == Precision.FLOAT64) {
                        doubles.get(t).get(from, wide, 0, count);
                    } else {
                        singles.get(t).get(from, single, 0, count);
                        for (int i = 0; i < count; i++) {
                            wide[i] = single[i];
                        }
                    }
                    if (t == 0 && !add) {
                        System.arraycopy(wide, 0, target, offset + from, count);
                    } else {
                        for (int i = 0; i < count; i++) {
                            target[offset + from + i] += wide[i];
                        }
                    }
                }
            };
        });
    }

    /** What is done with the numbers at {@code from} to {@code to}. */
    private interface PieceWork {
        void at(int from, int to);
    }

    /** Does the work on all pieces; each task has its own, with room for a piece of what it needs. */
    private static void pieces(int size, Supplier<PieceWork> works) {
        int most = PIECE * PIECES;
        IntStream.range(0, (size + most - 1) / most).parallel().forEach(task -> {
            PieceWork work = works.get();
            int end = Math.min((task + 1) * most, size);
            for (int from = task * most; from < end; from += PIECE) {
                work.at(from, Math.min(from + PIECE, end));
            }
        });
    }

    private static FloatBuffer floats(Tensor tensor) {
        FloatPointer memory = tensor.data_ptr_float();
        return memory.capacity(tensor.numel()).asBuffer();
    }

    private static DoubleBuffer doubles(Tensor tensor) {
        DoublePointer memory = tensor.data_ptr_double();
        return memory.capacity(tensor.numel()).asBuffer();
    }
}
