package org.eoslab.dynamics.flow;

import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;

/**
 * What both ends of an oscillation c ± ρu see of a loss.
 *
 * @param mean ½[∇L(c + ρu) + ∇L(c − ρu)]
 * @param secant k = [∇L(c + ρu) − ∇L(c − ρu)]/(2ρ); Hu at c where ρ is too small for a difference of gradients
 * @param curvature κ = uᵀk
 * @param isSmall whether k is Hu
 */
record Secant(double[] mean, double[] secant, double curvature, boolean isSmall) {
    /** Below this part of ‖c‖ (or of 1) ρ is small: the secant's error ρ² and the rounding of gradients over ρ are 1e-10 there. */
    private static final double SMALL = 1e-5;

    /** At a centre, in a direction of length 1. */
    static Secant of(Objective objective, double[] c, double[] u, double radius) {
        int n = c.length;
        double[] above = gradient(objective, c, u, radius);
        double[] below = gradient(objective, c, u, -radius);
        double[] mean = new double[n];
        double[] secant = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = 0.5 * (above[i] + below[i]);
            secant[i] = (above[i] - below[i]) / (2 * radius);
        }
        boolean isSmall = radius <= SMALL * Math.max(1, Vectors.norm(c));
        if (isSmall) {
            secant = new double[n];
            objective.hessian(c).apply(u, secant);
        }
        return new Secant(mean, secant, Vectors.dot(u, secant), isSmall);
    }

    private static double[] gradient(Objective objective, double[] c, double[] u, double radius) {
        double[] at = c.clone();
        Vectors.add(radius, u, at);
        double[] gradient = new double[at.length];
        objective.gradient(at, gradient);
        return gradient;
    }
}
