package org.eoslab.torch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A flat vector of a network's parameters cut into slices of nearly the same length, each of which can be added up by itself.
 *
 * @param parameters how many numbers each of the parameters has
 * @param number how many slices, at least 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slices(int[] parameters, int number) implements Serializable {
    /** Where a slice begins; after the last one it is the length of the vector. */
    public int first(int slice) {
        return Math.toIntExact((long) slice * IntStream.of(parameters).sum() / number);
    }

    /** How many numbers of each parameter a slice has, of those of which it has some. */
    public int[] parameters(int slice) {
        return pieces(slice).stream().mapToInt(piece -> piece.to - piece.from).toArray();
    }

    /** A chunk's part cut into its slices; its numbers stay with the first one. */
    public List<Part.Sent> cut(Part.Sent part) {
        List<Part.Sent> slices = new ArrayList<>();
        for (int slice = 0; slice < number; slice++) {
            Object[] blocks = pieces(slice).stream()
                    .map(piece -> copy(part.blocks()[piece.parameter], piece.from, piece.to))
                    .toArray();
            slices.add(new Part.Sent(slice == 0 ? part.numbers() : new double[0], blocks));
        }
        return slices;
    }

    private static @Nullable Object copy(@Nullable Object block, int from, int to) {
        if (block == null) {
            return null;
        }
        return block instanceof float[] floats
                ? Arrays.copyOfRange(floats, from, to)
                : Arrays.copyOfRange((double[]) block, from, to);
    }

    /** The numbers of a parameter that are in a slice. */
    private record Piece(int parameter, int from, int to) {}

    private List<Piece> pieces(int slice) {
        List<Piece> pieces = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < parameters.length; i++) {
            int from = Math.max(first(slice) - begin, 0);
            int to = Math.min(first(slice + 1) - begin, parameters[i]);
            if (from < to) {
                pieces.add(new Piece(i, from, to));
            }
            begin += parameters[i];
        }
        return pieces;
    }
}
