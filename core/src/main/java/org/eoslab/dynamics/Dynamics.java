package org.eoslab.dynamics;

/** A rule that changes parameters: an optimiser or a flow. Immutable; all that evolves is in the {@link State}. */
public interface Dynamics {
    /** The state at step 0 with these parameters (copied) and a fresh memory. */
    State start(double[] parameters);

    /** Takes one step; {@code state} is modified. */
    void step(State state);

    /**
     * The largest sharpness at which this rule is stable at {@code state} (2/η for gradient descent), or +∞ for a flow. For a
     * preconditioned rule it bounds the preconditioned sharpness.
     */
    double stabilityThreshold(State state);
}
