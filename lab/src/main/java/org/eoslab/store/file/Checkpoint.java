package org.eoslab.store.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eoslab.dynamics.Curvature;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.LowRank;

/**
 * A {@link State} written down with what its observers knew of the steps before it, every double with its exact bits.
 *
 * <p>Big-endian: the magic number, step, time, parameters, memory, the rule's eigenpairs; the curvature's step, the Hessian's eigenpairs, the preconditioned
 * ones, repaired. Eigenpairs are values, vectors, residuals, products, converged, and the values and the vectors of their model. Last the
 * timeline. An array is its length, whether all its doubles are floats, and these floats or doubles.
 *
 * @param state the state
 * @param timeline {@link org.eoslab.run.Timeline#memory}; empty when nobody followed the run
 */
public record Checkpoint(State state, double[] timeline) {
    /** "EOSLAB" and the format's number, 6. */
    private static final long MAGIC = 0x454F_534C_4142_0006L;

    private static final int BUFFER = 1 << 16;

    /** Writes it; a kill leaves the whole file or none. */
    public void write(Path file) throws IOException {
        DurableFiles.write(file, path -> {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER))) {
                out.writeLong(MAGIC);
                out.writeLong(state.step());
                write(state.time(), out);
                write(state.parameters(), out);
                write(state.memory(), out);
                write(state.eigenPairs(), out);
                Curvature curvature = state.curvature();
                out.writeLong(curvature.step());
                write(curvature.hessian(), out);
                write(curvature.preconditioned(), out);
                out.writeBoolean(curvature.repaired());
                write(timeline, out);
            }
        });
    }

    /**
     * Reads it back.
     *
     * @throws IOException when its bytes are not those that were written, or not those of a checkpoint
     */
    public static Checkpoint read(Path file) throws IOException {
        Checksums.check(file);
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (in.readLong() != MAGIC) {
                throw new IOException("not a checkpoint of this version");
            }
            long step = in.readLong();
            double time = Double.longBitsToDouble(in.readLong());
            double[] parameters = readArray(in, size);
            double[] memory = readArray(in, size);
            EigenPairs pairs = readPairs(in, size);
            Curvature curvature =
                    new Curvature(in.readLong(), readPairs(in, size), readPairs(in, size), in.readBoolean());
            Checkpoint read =
                    new Checkpoint(new State(parameters, memory, step, time, pairs, curvature), readArray(in, size));
            if (in.read() >= 0) {
                throw new IOException("not a checkpoint: there is more behind its end");
            }
            return read;
        } catch (EOFException e) {
            throw new IOException("not a checkpoint: it is cut short", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("not a checkpoint: " + e.getMessage(), e);
        }
    }

    private static void write(EigenPairs pairs, DataOutputStream out) throws IOException {
        write(pairs.values(), out);
        write(pairs.vectors(), out);
        write(pairs.residuals(), out);
        out.writeInt(pairs.products());
        out.writeBoolean(pairs.converged());
        write(pairs.model().values(), out);
        write(pairs.model().vectors(), out);
    }

    private static EigenPairs readPairs(DataInputStream in, long size) throws IOException {
        return new EigenPairs(
                readArray(in, size),
                readRows(in, size),
                readArray(in, size),
                in.readInt(),
                in.readBoolean(),
                new LowRank(readArray(in, size), readRows(in, size)));
    }

    private static void write(double x, DataOutputStream out) throws IOException {
        out.writeLong(Double.doubleToRawLongBits(x));
    }

    private static void write(double[] array, DataOutputStream out) throws IOException {
        boolean single = Arrays.stream(array).allMatch(x -> (float) x == x);
        out.writeInt(array.length);
        out.writeBoolean(single);
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        int most = BUFFER / (single ? Float.BYTES : Double.BYTES);
        for (int from = 0; from < array.length; from += most) {
            int to = Math.min(from + most, array.length);
            piece.clear();
            for (int i = from; i < to; i++) {
                if (single) {
                    piece.putFloat((float) array[i]);
                } else {
                    piece.putDouble(array[i]);
                }
            }
            out.write(piece.array(), 0, piece.position());
        }
    }

    private static void write(double[][] rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            write(row, out);
        }
    }

    private static double[][] readRows(DataInputStream in, long size) throws IOException {
        double[][] rows = new double[readLength(in, size)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = readArray(in, size);
        }
        return rows;
    }

    private static double[] readArray(DataInputStream in, long size) throws IOException {
        double[] array = new double[readLength(in, size / Float.BYTES)];
        boolean single = in.readBoolean();
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        int width = single ? Float.BYTES : Double.BYTES;
        int most = BUFFER / width;
        for (int from = 0; from < array.length; from += most) {
            int to = Math.min(from + most, array.length);
            in.readFully(piece.array(), 0, (to - from) * width);
            piece.clear();
            for (int i = from; i < to; i++) {
                array[i] = single ? piece.getFloat() : piece.getDouble();
            }
        }
        return array;
    }

    /** A length, which the file must have room for. */
    private static int readLength(DataInputStream in, long most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("not a checkpoint: it has no room for an array of length " + length);
        }
        return length;
    }
}
