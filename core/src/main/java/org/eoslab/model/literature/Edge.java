package org.eoslab.model.literature;

import java.util.Optional;
import org.eoslab.claim.RunClaim;
import org.eoslab.run.Trajectory;

/** Premises that several laws share. */
final class Edge {
    private Edge() {}

    /** That a step size is beyond the threshold of a minimum of curvature 1. */
    static Optional<String> beyond(double eta) {
        return eta > 2
                ? Optional.empty()
                : Optional.of(RunClaim.format("η = %.4g is not beyond 2/S = 2 of the minimum", eta));
    }

    /** η times the sharpness at the end. */
    static double atEnd(double eta, Trajectory run) {
        return eta * RunClaim.last(run, "sharpness");
    }
}
