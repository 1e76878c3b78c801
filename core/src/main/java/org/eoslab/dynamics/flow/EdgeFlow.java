package org.eoslab.dynamics.flow;

import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Objective;

/**
 * The edge flow of gradient descent (Marion 2026): the {@linkplain OscillationFlow flow} whose oscillation turns to the top eigenvector of the curvature at its centre, u̇ = (I − uuᵀ)Hu <i>(that rate is
 * ours, as is the split of the start)</i>, and grows as on a quadratic of its secant curvature, ρ̇ = ρ·log|1 − ηκ|/η. With the curvature uᵀHu at c alone in place of κ it loses the edge.
 *
 * @param objective the loss
 * @param eta the time η of a step and the step size of the gradient descent, positive and finite
 */
public record EdgeFlow(Objective objective, double eta) implements OscillationFlow {
    private static final int SUBSTEPS = 4;

    /** The least |1 − ηκ|: rounding of 1, where the oscillation is gone in one step. */
    private static final double LEAST = 0x1p-53;

    /** Checks the step size. */
    public EdgeFlow {
        StepSize.check(eta);
    }

    @Override
    public double[] pull(double[] c, double[] u, Secant secant) {
        if (secant.isSmall()) {
            return secant.secant();
        }
        double[] product = new double[u.length];
        objective.hessian(c).apply(u, product);
        return product;
    }

    @Override
    public double growth(double curvature) {
        return Math.log(Math.max(LEAST, Math.abs(1 - eta * curvature))) / eta;
    }

    @Override
    public int substeps(State state) {
        return SUBSTEPS;
    }
}
