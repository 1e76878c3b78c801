package org.eoslab.dynamics;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Objective;

/** A rule that changes parameters: an optimiser or a flow. Immutable; all that evolves is in the {@link State}. */
public interface Dynamics {
    /** The loss that it descends on, with the {@link org.eoslab.objective.Decayed decay} that is a part of its gradient. */
    Objective objective();

    /** The state at step 0 with these parameters (copied) and a fresh memory; by default none. */
    default State start(double[] parameters) {
        return new State(parameters.clone(), new double[0]);
    }

    /** Takes one step; {@code state} is modified. */
    void step(State state);

    /**
     * The largest sharpness of the loss without any weight decay at which this rule is stable at {@code state} (2/η for gradient descent,
     * 2/η − λ with a decay of λ), or +∞ for a flow. For a preconditioned rule it bounds the preconditioned sharpness.
     */
    double stabilityThreshold(State state);

    /**
     * Whether a step needs the gradient of the whole {@link #objective()} where it begins, so that {@link State#loss} and
     * {@link State#gradient} there cost nothing more; false of a rule that sees some of the examples only.
     */
    default boolean takesGradient() {
        return true;
    }

    /** Whether this rule preconditions: then {@link #stabilityThreshold} bounds {@link #preconditioned}'s largest eigenvalue, not the Hessian's. */
    default boolean preconditions() {
        return false;
    }

    /**
     * The Hessian as the next step of this rule sees it: P^(−½)·H·P^(−½), symmetric with the eigenvalues of P⁻¹H, for a rule with the
     * preconditioner P; H itself for any other. Weight decay that goes through P is in it: P^(−½)·(H + λ·1)·P^(−½).
     *
     * @param hessian H of the loss without weight decay, at the state's parameters
     */
    default SymmetricOperator preconditioned(SymmetricOperator hessian, State state) {
        return hessian;
    }
}
