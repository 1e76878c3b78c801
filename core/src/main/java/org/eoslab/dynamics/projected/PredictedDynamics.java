package org.eoslab.dynamics.projected;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.SmoothObjective;

/**
 * The dynamics that self-stabilisation predicts for gradient descent (Damian et al. 2022): iterates θ† + v around the constrained
 * trajectory θ†, v ← v − η[½(x² − δ²)s⊥ + Hv + u·x·y] with x = u·v, y = s⊥·v, all at θ†.
 *
 * <p>The δ² term is what the projection takes away from a step of θ†, to first order: ½ηδ² = max(0, S + ηα − 2/η)/β. At the edge,
 * S = 2/η, this is their δ² = 2α/β; below it, where the projection has nothing to do, it is 0.
 *
 * <p>A start is split into its projection θ† and the rest v. The memory is θ† followed by v.
 *
 * @param constrained the constrained trajectory
 */
public record PredictedDynamics(ProjectedGradientDescent constrained) implements Dynamics {
    @Override
    public SmoothObjective objective() {
        return constrained.objective();
    }

    @Override
    public State start(double[] parameters) {
        int n = parameters.length;
        double[] reference = parameters.clone();
        constrained.project(reference, constrained.solver().at(0), EigenPairs.NONE);
        double[] memory = Arrays.copyOf(reference, 2 * n);
        for (int i = 0; i < n; i++) {
            memory[n + i] = parameters[i] - reference[i];
        }
        return new State(parameters.clone(), memory);
    }

    /** θ† at {@code state}, a copy. */
    public double[] reference(State state) {
        return Arrays.copyOf(state.memory(), state.parameters().length);
    }

    /** v at {@code state}, a copy. */
    public double[] deviation(State state) {
        return Arrays.copyOfRange(state.memory(), state.parameters().length, state.memory().length);
    }

    @Override
    public void step(State state) {
        double[] reference = reference(state);
        double[] deviation = deviation(state);
        EigenSolver solver = constrained.solver().at(state.step());
        SelfStabilisation here = SelfStabilisation.at(objective(), solver, reference, state.eigenPairs());
        deviate(here, reference, deviation);
        Vectors.add(-constrained.eta(), here.gradient(), reference);
        Projection projection =
                constrained.project(reference, constrained.solver().at(state.step() + 1), here.top());
        double[] w = state.parameters();
        int n = w.length;
        System.arraycopy(reference, 0, state.memory(), 0, n);
        System.arraycopy(deviation, 0, state.memory(), n, n);
        for (int i = 0; i < n; i++) {
            w[i] = reference[i] + deviation[i];
        }
        // Of θ†, not of θ = θ† + v.
        state.remember(projection.top());
        state.advance(constrained.eta());
    }

    private void deviate(SelfStabilisation here, double[] reference, double[] v) {
        double eta = constrained.eta();
        double x = Vectors.dot(here.direction(), v);
        double y = Vectors.dot(here.perpendicular(), v);
        double strength = here.selfStabilisation();
        double taken = Math.max(0, here.sharpness() + eta * here.progressiveSharpening() - 2 / eta);
        double[] product = new double[v.length];
        objective().hessian(reference).apply(v, product);
        double along = (strength > 0 ? taken / strength : 0) - 0.5 * eta * x * x;
        Vectors.add(-eta, product, v);
        Vectors.add(along, here.perpendicular(), v);
        Vectors.add(-eta * x * y, here.direction(), v);
    }

    /** 2/η, as of the gradient descent it predicts. */
    @Override
    public double stabilityThreshold(State state) {
        return constrained.stabilityThreshold(state);
    }
}
