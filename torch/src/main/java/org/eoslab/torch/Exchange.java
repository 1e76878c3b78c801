package org.eoslab.torch;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

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
        FloatBuffer floats = (FloatBuffer) buffer(tensor);
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
     * Writes the sum of buffers of one capacity to {@code target}, or adds them to it one after another.
     *
     * @param buffers all of floats or all of doubles
     * @param offset of the first number in {@code target}
     */
    static void read(List<Buffer> buffers, double[] target, int offset, boolean add) {
        pieces(buffers.get(0).capacity(), () -> {
            float[] single = new float[PIECE];
            double[] wide = new double[PIECE];
            return (from, to) -> {
                int count = to - from;
                for (int t = 0; t < buffers.size(); t++) {
                    if (buffers.get(t) instanceof FloatBuffer floats) {
                        floats.get(from, single, 0, count);
                        for (int i = 0; i < count; i++) {
                            wide[i] = single[i];
                        }
                    } else {
                        ((DoubleBuffer) buffers.get(t)).get(from, wide, 0, count);
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

    /** The memory of a contiguous tensor of either precision. */
    static Buffer buffer(Tensor tensor) {
        return tensor.scalar_type().intern() == ScalarType.Double
                ? tensor.data_ptr_double().capacity(tensor.numel()).asBuffer()
                : tensor.data_ptr_float().capacity(tensor.numel()).asBuffer();
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
}
