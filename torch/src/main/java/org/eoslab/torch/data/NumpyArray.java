package org.eoslab.torch.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** An array of numbers as NumPy keeps it: its shape, and its entries as they are in the file. */
public final class NumpyArray {
    private final NumpyHeader header;
    private final ByteBuffer bytes;
    private final int length;
    /** How far apart two neighbours of an axis are, in entries; of use where the order is not C. */
    private final int[] strides;

    /**
     * An array of its header and the bytes after it.
     *
     * @param bytes as many as the header says
     */
    NumpyArray(NumpyHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = ByteBuffer.wrap(bytes).order(header.order());
        this.length = bytes.length / header.type().bytes();
        this.strides = new int[header.shape().size()];
        int stride = 1;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = stride;
            stride *= header.shape().get(axis).intValue();
        }
    }

    /** Its shape; none of a single number. */
    public List<Long> shape() {
        return header.shape();
    }

    /** How many entries it has. */
    public int length() {
        return length;
    }

    /** Whether its type is one of whole numbers or truth values, not of floating-point ones. */
    public boolean isWhole() {
        return header.type().whole();
    }

    /** Its type as NumPy names it, such as {@code float32}. */
    public String type() {
        return header.type().numpy();
    }

    /**
     * An entry as a double; a whole number beyond 2⁵³ is rounded.
     *
     * @param index its position in row-major order, whatever the order in the file
     */
    public double get(int index) {
        int place = header.fortran() ? fortran(index) : index;
        return header.type().at(bytes, place * header.type().bytes());
    }

    private int fortran(int index) {
        int rest = index;
        int place = 0;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            int size = header.shape().get(axis).intValue();
            place += rest % size * strides[axis];
            rest /= size;
        }
        return place;
    }

    /** Overwrites the target with entries in row-major order, from {@code first} on. */
    public void read(int first, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = get(first + i);
        }
    }

    /** All entries in row-major order. */
    public double[] toArray() {
        double[] all = new double[length];
        read(0, all);
        return all;
    }

    /** The position of the first entry that is not a finite number; −1 when there is none. */
    public int firstNotFinite() {
        for (int i = 0; i < length && !isWhole(); i++) {
            if (!Double.isFinite(get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** An entry's indices as NumPy writes them, such as {@code [3, 0]}. */
    public String place(int index) {
        long[] indices = new long[strides.length];
        int rest = index;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            int size = header.shape().get(axis).intValue();
            indices[axis] = rest % size;
            rest /= size;
        }
        return Arrays.toString(indices);
    }
}
