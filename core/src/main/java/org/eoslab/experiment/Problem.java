package org.eoslab.experiment;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eoslab.claim.Certifier;
import org.eoslab.claim.Claim;
import org.eoslab.dynamics.State;
import org.eoslab.trajectory.Simulation;

/**
 * A model with its settings filled in: what the loop needs.
 *
 * @param simulation dynamics and probes
 * @param start the state at step 0; a run takes a copy
 * @param coordinates what other initial parameters become
 * @param curvature the column compared with the stability threshold
 * @param turn the column whose turns bound the cycles
 * @param claims what there is to check on a finished run
 * @param certifier finds a convergence certificate, or {@link Certifier#NONE}
 */
public record Problem(
        Simulation simulation,
        State start,
        Coordinates coordinates,
        String curvature,
        String turn,
        List<Claim> claims,
        Certifier certifier) {
    /** A problem whose dynamics has the parameters as they are given. */
    public Problem(
            Simulation simulation,
            State start,
            String curvature,
            String turn,
            List<Claim> claims,
            Certifier certifier) {
        this(simulation, start, Coordinates.same(start.parameters().length), curvature, turn, claims, certifier);
    }

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
}
