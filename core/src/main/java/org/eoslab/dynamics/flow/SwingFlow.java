package org.eoslab.dynamics.flow;

import java.util.Arrays;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;

/**
 * The flow whose Euler steps of size η are gradient descent, seen as a swing: two successive iterates are c ± δ, with g = ∇L(w) and 2δ = ηg(c + δ), and then, exactly,
 *
 * <pre>
 *   c⁺ = c − ½η[g(c + δ) + g(c − δ)]      δ⁺ = ½ηg(c − δ) = δ − ½η[g(c + δ) − g(c − δ)] = (I − ηK)δ,      K = ½∫H(c + sδ)ds over −1…1
 * </pre>
 *
 * <p>δ changes its sign with every step, δδᵀ does not. The flow is ċ = (c⁺ − c)/η and (δδᵀ)˙ = (δ⁺δ⁺ᵀ − δδᵀ)/η, the latter projected on the matrices of rank one: with δ = ρu and k = Ku that is
 * {@linkplain OscillationFlow p} = (ηκ − 1)k and r = ((1 − ηκ)² − 1)/(2η). It takes two gradients and no Hessian product. Its fixed points are those of gradient descent and its cycles of two, ηKδ = 2δ; on a
 * quadratic ρ grows exactly where |1 − ηλ| &gt; 1. Below ηκ = 1, where nothing swings, u turns away from the top eigenvector, as δ does.
 *
 * <p>Derived here, in the spirit of the rod flow of Regis and Chewi (2026), whose equations were not at hand.
 *
 * @param objective the loss
 * @param eta the time η of a step and the step size of the gradient descent, positive and finite
 */
public record SwingFlow(Objective objective, double eta) implements OscillationFlow {
    private static final int FEWEST = 4;
    private static final int MOST = 1024;

    /** Checks the step size. */
    public SwingFlow {
        StepSize.check(eta);
    }

    @Override
    public double[] pull(double[] c, double[] u, Secant secant) {
        double[] pull = secant.secant().clone();
        Vectors.scale(eta * secant.curvature() - 1, pull);
        return pull;
    }

    @Override
    public double growth(double curvature) {
        return curvature * (0.5 * eta * curvature - 1);
    }

    /** The rates are of the order of (ηκ)²/η: as many substeps, so that the method is stable far beyond the edge too. */
    @Override
    public int substeps(State state) {
        double[] c = state.parameters();
        double[] u = Arrays.copyOf(state.memory(), c.length);
        double part =
                eta * Secant.of(objective, c, u, OscillationFlow.radius(state)).curvature();
        return (int) Math.min(MOST, Math.max(FEWEST, Math.ceil(part * part)));
    }
}
