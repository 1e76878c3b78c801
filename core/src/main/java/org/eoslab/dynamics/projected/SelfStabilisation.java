package org.eoslab.dynamics.projected;

import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.SmoothObjective;

/**
 * The quantities of the self-stabilisation analysis at a point w (Damian et al. 2022, section 4): the top unit eigenvector u of the
 * Hessian, s = ∇S = ∇³L(u, u, ·) and s⊥ = s − u(u·s).
 *
 * @param top (S, u) with its evidence
 * @param gradient ∇L
 * @param perpendicular s⊥
 */
public record SelfStabilisation(EigenPairs top, double[] gradient, double[] perpendicular) {
    /**
     * At the point {@code w}.
     *
     * @param w not modified
     * @param guess eigenpairs of a nearby Hessian
     */
    public static SelfStabilisation at(SmoothObjective objective, EigenSolver solver, double[] w, EigenPairs guess) {
        return of(objective, w, solver.largest(objective.hessian(w), 1, guess));
    }

    /** At the point {@code w}, whose Hessian has the top pair {@code top}. */
    public static SelfStabilisation of(SmoothObjective objective, double[] w, EigenPairs top) {
        double[] gradient = new double[w.length];
        objective.gradient(w, gradient);
        return new SelfStabilisation(top, gradient, perpendicular(objective, w, top.vectors()[0]));
    }

    /** s⊥ at {@code w}, whose top eigenvector is {@code u}; neither is modified. */
    static double[] perpendicular(SmoothObjective objective, double[] w, double[] u) {
        double[] s = new double[w.length];
        objective.thirdDerivative(w, u, u, s);
        Vectors.add(-Vectors.dot(u, s), u, s);
        return s;
    }

    /** S. */
    public double sharpness() {
        return top.largest();
    }

    /** u. */
    public double[] direction() {
        return top.vectors()[0];
    }

    /** Progressive sharpening α = −∇L·s⊥: the rate at which gradient flow makes S grow where ∇L·u = 0. */
    public double progressiveSharpening() {
        return -Vectors.dot(gradient, perpendicular);
    }

    /** Self-stabilisation β = ‖s⊥‖²: how fast an oscillation along u makes S fall. */
    public double selfStabilisation() {
        return Vectors.dot(perpendicular, perpendicular);
    }
}
