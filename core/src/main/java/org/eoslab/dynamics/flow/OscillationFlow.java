package org.eoslab.dynamics.flow;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Decayed;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;

/**
 * A flow that stands for gradient descent with a finite oscillation: its centre c and the oscillation ±ρu itself, |u| = 1.
 *
 * <pre>
 *   ċ = −½[∇L(c + ρu) + ∇L(c − ρu)]      u̇ = (I − uuᵀ)p      ρ̇ = ρ·r(κ)
 *   k = [∇L(c + ρu) − ∇L(c − ρu)]/(2ρ)      κ = uᵀk, the secant curvature
 * </pre>
 *
 * <p>What pulls u to p and how ρ grows, r, is each flow's own. A start w is split by the step of gradient descent from it, w⁺: c = (w + w⁺)/2 and ρu = (w − w⁺)/2, so what it stands for
 * are the midpoints of successive iterates. Where ρ is too small for a difference of gradients, k is Hu. Where it leaves the range of doubles the parameters become NaN, so that the run
 * ends as diverged. Classical Runge–Kutta, in equal substeps of a step of the clock, which lasts η.
 *
 * <p>The parameters are c; the memory is u, then log ρ, which cannot underflow.
 */
public sealed interface OscillationFlow extends Dynamics permits EdgeFlow, SwingFlow {
    /** The time η of a step and the step size of the gradient descent, positive and finite. */
    double eta();

    /**
     * The p that u turns to.
     *
     * @param c the centre
     * @param u of length 1
     * @param secant what is seen from the ends, k among it
     */
    double[] pull(double[] c, double[] u, Secant secant);

    /** The rate r at which log ρ grows at a secant curvature. */
    double growth(double curvature);

    /** Substeps of the step from a state, at least 1. */
    int substeps(State state);

    @Override
    default State start(double[] parameters) {
        int n = parameters.length;
        double[] half = new double[n];
        objective().gradient(parameters, half);
        Vectors.scale(eta() / 2, half);
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
    static double radius(State state) {
        return Math.exp(state.memory()[state.parameters().length]);
    }

    /** The time average of gradient descent's loss predicted at {@code state}: the mean of L at c + ρu and at c − ρu. */
    default double averageLoss(State state) {
        double[] c = state.parameters();
        double radius = radius(state);
        double[] above = c.clone();
        double[] below = c.clone();
        for (int i = 0; i < c.length; i++) {
            above[i] += radius * state.memory()[i];
            below[i] -= radius * state.memory()[i];
        }
        return 0.5 * (objective().value(above) + objective().value(below));
    }

    @Override
    default void step(State state) {
        int n = state.parameters().length;
        double[] y = new double[2 * n + 1];
        System.arraycopy(state.parameters(), 0, y, 0, n);
        System.arraycopy(state.memory(), 0, y, n, n + 1);
        double[] end;
        try {
            end = new ClassicalRungeKuttaIntegrator(eta() / substeps(state))
                    .integrate(new Equation(this), new ODEState(0, y), eta())
                    .getPrimaryState();
        } catch (MathIllegalStateException notANumber) {
            end = y;
            Arrays.fill(end, Double.NaN);
        }
        System.arraycopy(end, 0, state.parameters(), 0, n);
        System.arraycopy(end, n, state.memory(), 0, n + 1);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += state.memory()[i] * state.memory()[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < n; i++) {
            state.memory()[i] /= norm;
        }
        state.advance(eta());
    }

    /** 2/η, as of the gradient descent that it stands for. */
    @Override
    default double stabilityThreshold(State state) {
        return 2 / eta() - Decayed.in(objective());
    }

    /**
     * The flow of (c, u, log ρ).
     *
     * @param flow which
     */
    record Equation(OscillationFlow flow) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return 2 * flow.objective().dimension() + 1;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            int n = flow.objective().dimension();
            double[] c = Arrays.copyOf(y, n);
            double[] u = Arrays.copyOfRange(y, n, 2 * n);
            Vectors.scale(1 / Vectors.norm(u), u);
            Secant secant = Secant.of(flow.objective(), c, u, Math.exp(y[2 * n]));
            double[] pull = flow.pull(c, u, secant);
            double along = Vectors.dot(u, pull);
            double[] derivative = new double[2 * n + 1];
            for (int i = 0; i < n; i++) {
                derivative[i] = -secant.mean()[i];
                derivative[n + i] = pull[i] - along * u[i];
            }
            derivative[2 * n] = flow.growth(secant.curvature());
            return derivative;
        }
    }
}
