package org.eoslab.experiment;

import java.util.Map;

/**
 * A landmark of a model: what there is to see in the space of its coordinates whatever the run, for pictures of trajectories.
 *
 * @param name the words for it, with its equation
 * @param kind what it is
 * @param at its points, each coordinate by the name of its column: a curve; or a single coordinate with a single value, where the others may have any
 */
public record Landmark(String name, Kind kind, Map<String, double[]> at) {
    /** What a landmark is. */
    public enum Kind {
        /** Global minima of the loss. */
        MINIMA,
        /** Where the curvature is the stability threshold. */
        EDGE
    }
}
