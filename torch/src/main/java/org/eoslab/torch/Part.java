package org.eoslab.torch;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** What a chunk contributes to the answer of a {@link Question}. */
public interface Part {
    /** Its numbers. */
    double[] numbers();

    /**
     * The numbers of its vector that belong to one of the network's parameters, as floats or doubles; null where they are zero because the function does
     * not depend on it.
     *
     * @param parameter from 0
     */
    @Nullable
    Buffer block(int parameter);

    /**
     * A part in arrays, which can be sent.
     *
     * @param numbers its numbers
     * @param blocks a {@code float[]}, {@code double[]} or null for each parameter; empty where there is no vector
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(double[] numbers, @Nullable Object[] blocks) implements Part, java.io.Serializable {
        /**
         * A copy.
         *
         * @param parameters how many blocks its vector has, 0 where there is none
         */
        static Sent of(Part part, int parameters) {
            Object[] blocks = new Object[parameters];
            for (int i = 0; i < parameters; i++) {
                Buffer block = part.block(i);
                if (block instanceof FloatBuffer floats) {
                    float[] copy = new float[floats.capacity()];
                    floats.get(0, copy);
                    blocks[i] = copy;
                } else if (block instanceof DoubleBuffer doubles) {
                    double[] copy = new double[doubles.capacity()];
                    doubles.get(0, copy);
                    blocks[i] = copy;
                }
            }
            return new Sent(part.numbers(), blocks);
        }

        @Override
        public @Nullable Buffer block(int parameter) {
            Object block = blocks[parameter];
            if (block == null) {
                return null;
            }
            return block instanceof float[] floats ? FloatBuffer.wrap(floats) : DoubleBuffer.wrap((double[]) block);
        }
    }
}
