package org.eoslab.dynamics;

import org.eoslab.linalg.EigenPairs;

/**
 * A measurement of the curvature at one step. It stands in the {@link State}, in a slot that no rule looks at: the next measurement
 * starts from it, and a run resumed at this very step finds it there instead of measuring again, so that both go on with the same
 * bits.
 *
 * @param step the step it was read at, −1 when there is none
 * @param hessian the Hessian's top eigenpairs, their products counted over the whole reading
 * @param preconditioned those of the preconditioned Hessian, {@link EigenPairs#NONE} for a rule that does not precondition
 * @param repaired whether this reading found that the last ones had followed a pair that is not the top one
 */
public record Curvature(long step, EigenPairs hessian, EigenPairs preconditioned, boolean repaired) {
    /** No reading yet. */
    public static final Curvature NONE = new Curvature(-1, EigenPairs.NONE, EigenPairs.NONE, false);

    /** The pairs that are held against the stability threshold: the preconditioned ones where there are any. */
    public EigenPairs critical() {
        return preconditioned.values().length > 0 ? preconditioned : hessian;
    }
}
