package org.eoslab.dynamics.flow;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;

/**
 * The edge flow of gradient descent (Marion 2026): the centre c about which it oscillates and the oscillation ±ρu itself, of finite size.
 *
 * <pre>
 *   ċ = −½[∇L(c + ρu) + ∇L(c − ρu)]      u̇ = (I − uuᵀ)Hu      ρ̇ = ρ·log|1 − ηκ|/η
 *   κ = uᵀ[∇L(c + ρu) − ∇L(c − ρu)]/(2ρ), the secant curvature;  H = ∇²L(c)
 * </pre>
 *
 * <p>κ, not uᵀHu, is what stays at 2/η: with the curvature at c alone the flow loses the edge. A start w is split by the step of gradient descent from it,
 * w⁺: c = (w + w⁺)/2 and ρu = (w − w⁺)/2, so what it stands for are the midpoints of successive iterates <i>(ours, as is the rate of u)</i>. Where ρ is too small
 * for a difference of gradients, κ is uᵀHu. Where it leaves the range of doubles the parameters become NaN, so that the run ends as diverged. Classical Runge–Kutta, {@value #SUBSTEPS} substeps a step of the clock, which lasts η.
 *
 * <p>The parameters are c; the memory is u, then log ρ, which cannot underflow.
 *
 * @param objective the loss
 * @param eta the time η of a step and the step size of the gradient descent, positive and finite
 */
public record EdgeFlow(Objective objective, double eta) implements Dynamics {
    private static final int SUBSTEPS = 4;

    /** Below this part of ‖c‖ (or of 1) ρ is small: the secant's error ρ² and the rounding of gradients over ρ are 1e-10 there. */
    private static final double SMALL = 1e-5;

    /** The least |1 − ηκ|: rounding of 1, where the oscillation is gone in one step. */
    private static final double LEAST = 0x1p-53;

    /** Checks the step size. */
    public EdgeFlow {
        StepSize.check(eta);
    }

    @Override
    public State start(double[] parameters) {
        int n = parameters.length;
        double[] half = new double[n];
        objective.gradient(parameters, half);
        Vectors.scale(eta / 2, half);
        double[] centre = parameters.clone();
        Vectors.add(-1, half, centre);
        double[] memory = new double[n + 1];
        double radius = Vectors.norm(half);
        for (int i = 0; i < n; i++) {
            memory[i] = radius > 0 ? half[i] / radius : 1 / Math.sqrt(n);
        }
        memory[n] = Math.log(radius);
        return new State(centre, memory);
    }

    /** ρ at {@code state}. */
    public static double radius(State state) {
        return Math.exp(state.memory()[state.parameters().length]);
    }

    /** The time average of gradient descent's loss predicted at {@code state}: the mean of L at c + ρu and at c − ρu. */
    public double averageLoss(State state) {
        double[] c = state.parameters();
        double radius = radius(state);
        double[] above = c.clone();
        double[] below = c.clone();
        for (int i = 0; i < c.length; i++) {
            above[i] += radius * state.memory()[i];
            below[i] -= radius * state.memory()[i];
        }
        return 0.5 * (objective.value(above) + objective.value(below));
    }

    @Override
    public void step(State state) {
        int n = state.parameters().length;
        double[] y = new double[2 * n + 1];
        System.arraycopy(state.parameters(), 0, y, 0, n);
        System.arraycopy(state.memory(), 0, y, n, n + 1);
        double[] end;
        try {
            end = new ClassicalRungeKuttaIntegrator(eta / SUBSTEPS)
                    .integrate(new Equation(), new ODEState(0, y), eta)
                    .getPrimaryState();
        } catch (MathIllegalStateException notANumber) {
            end = y;
            Arrays.fill(end, Double.NaN);
        }
        System.arraycopy(end, 0, state.parameters(), 0, n);
        System.arraycopy(end, n, state.memory(), 0, n + 1);
        normalise(state.memory(), n);
        state.advance(eta);
    }

    private static void normalise(double[] memory, int n) {
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += memory[i] * memory[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < n; i++) {
            memory[i] /= norm;
        }
    }

    /** 2/η, as of the gradient descent that it stands for. */
    @Override
    public double stabilityThreshold(State state) {
        return 2 / eta - Decayed.in(objective);
    }

    /** The flow of (c, u, log ρ). */
    private final class Equation implements OrdinaryDifferentialEquation {
        private final int n = objective.dimension();

        @Override
        public int getDimension() {
            return 2 * n + 1;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double[] c = Arrays.copyOf(y, n);
            double[] u = Arrays.copyOfRange(y, n, 2 * n);
            Vectors.scale(1 / Vectors.norm(u), u);
            double radius = Math.exp(y[2 * n]);
            double[] above = gradient(c, u, radius);
            double[] below = gradient(c, u, -radius);
            double[] product = new double[n];
            SymmetricOperator hessian = objective.hessian(c);
            hessian.apply(u, product);
            double along = Vectors.dot(u, product);
            double curvature = radius > SMALL * Math.max(1, Vectors.norm(c))
                    ? (Vectors.dot(u, above) - Vectors.dot(u, below)) / (2 * radius)
                    : along;
            double[] derivative = new double[2 * n + 1];
            for (int i = 0; i < n; i++) {
                derivative[i] = -0.5 * (above[i] + below[i]);
                derivative[n + i] = product[i] - along * u[i];
            }
            derivative[2 * n] = Math.log(Math.max(LEAST, Math.abs(1 - eta * curvature))) / eta;
            return derivative;
        }

        private double[] gradient(double[] c, double[] u, double radius) {
            double[] at = c.clone();
            Vectors.add(radius, u, at);
            double[] gradient = new double[n];
            objective.gradient(at, gradient);
            return gradient;
        }
    }
}
