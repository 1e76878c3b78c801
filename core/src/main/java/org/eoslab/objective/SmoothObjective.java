package org.eoslab.objective;

/** An objective with exact third derivatives: what the analyses of self-stabilisation need besides the Hessian. */
public interface SmoothObjective extends Objective {
    /**
     * Writes ∇³L(w)[u, v, ·] into {@code result}. With u = v = the top unit eigenvector it is ∇S, the gradient of the
     * sharpness (where the top eigenvalue is simple).
     *
     * @param w parameters, length n, not modified
     * @param u length n, not modified
     * @param v length n, not modified
     * @param result length n, overwritten
     */
    void thirdDerivative(double[] w, double[] u, double[] v, double[] result);

    /** Why the third derivatives are not to be relied on, as a clause; empty where they are. */
    default String objection() {
        return "";
    }
}
