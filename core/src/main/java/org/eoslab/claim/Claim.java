package org.eoslab.claim;

import org.eoslab.run.Trajectory;

/** A statement about a run that numbers can bear out or refute. */
public interface Claim {
    /** The {@link #id} of a claim that the run diverges: where it holds, diverging is what was expected. */
    String DIVERGENCE = "divergence";

    /** Short name, such as {@code T4.3b}. */
    String id();

    /** What is claimed, one line. */
    String statement();

    /** Where it is from: paper and number, or "ours". */
    String source();

    /** Whether a check makes other runs, each as long as this one or nearly: then it takes most of the time that a model's claims take. */
    default boolean makesRuns() {
        return false;
    }

    /** Checks it on a finished run; does not modify the run. */
    Finding check(Trajectory run);
}
