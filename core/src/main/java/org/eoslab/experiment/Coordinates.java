package org.eoslab.experiment;

import java.util.function.UnaryOperator;

/**
 * The parameters of a model as they are given, and as its dynamics has them.
 *
 * @param parameters how many are given
 * @param of their coordinates in the dynamics' own, which may be fewer; makes a new array or gives back the same
 */
public record Coordinates(int parameters, UnaryOperator<double[]> of) {
    /** The parameters themselves. */
    public static Coordinates same(int parameters) {
        return new Coordinates(parameters, UnaryOperator.identity());
    }
}
