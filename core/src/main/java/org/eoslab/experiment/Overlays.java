package org.eoslab.experiment;

import java.util.List;
import java.util.Optional;
import org.eoslab.dynamics.Dynamics;

/**
 * What a model has in closed form to compare a run with.
 *
 * @param window the step sizes that bring the run's start to the edge of stability
 * @param constrained the constrained trajectory beside the run
 * @param landmarks what stands still in the space of its coordinates
 */
public record Overlays(Optional<Window> window, Optional<Beside> constrained, List<Landmark> landmarks) {
    /** Nothing. */
    public static final Overlays NONE = about(List.of());

    /** Landmarks alone. */
    public static Overlays about(List<Landmark> landmarks) {
        return new Overlays(Optional.empty(), Optional.empty(), landmarks);
    }

    /**
     * The step sizes (low, high] that bring a start to the edge of stability.
     *
     * @param low itself outside
     * @param high itself inside
     * @param limitedBy the condition that sets {@code high}
     * @param whyEmpty why there is no such step size; empty when there is
     * @param provedWith the settings that the proof is about, such as {@code clip: floor}, where the run has others; empty otherwise
     */
    public record Window(double low, double high, String limitedBy, String whyEmpty, String provedWith) {}

    /**
     * Another dynamics on the run's clock.
     *
     * @param dynamics its rule
     * @param start its parameters at step 0
     */
    public record Beside(Dynamics dynamics, double[] start) {}
}
