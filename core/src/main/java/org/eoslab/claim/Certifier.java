package org.eoslab.claim;

import java.util.Optional;
import org.eoslab.run.Trajectory;

/** Looks for a convergence certificate along a run. */
@FunctionalInterface
public interface Certifier {
    /** Of a model that has none. */
    Certifier NONE = run -> Optional.empty();

    /** The certificate at the first step at which it holds, or empty when no recorded step has one. */
    Optional<Certificate> find(Trajectory run);
}
