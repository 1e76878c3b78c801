package org.eoslab.experiment;

import java.util.List;
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
}
