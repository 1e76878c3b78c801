package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;

/** Against the closed form on a quadratic and gradient descent as its limit. */
class SharpnessAwareMinimisationTest implements DynamicsContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 8);

    @Override
    public Dynamics dynamics() {
        return new SharpnessAwareMinimisation(NETWORK, StepSize.constant(0.1), 0.05);
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    @Test
    void endsOnTheCycleOfAQuadratic() {
        for (double eta : new double[] {0.1, 0.5, 1.5}) {
            for (double lambda : new double[] {0.5, 1}) {
                Dynamics sam = new SharpnessAwareMinimisation(new Quadratic(lambda), StepSize.constant(eta), 0.1);
                State state = sam.start(new double[] {1});
                DynamicsContract.advance(sam, state, 3000);
                double cycle = eta * lambda * 0.1 / (2 - eta * lambda);
                assertThat(Math.abs(state.parameters()[0])).isCloseTo(cycle, within(1e-12));
                // On the cycle the gradient is such that the curvature is at the edge.
                assertThat(sam.stabilityThreshold(state)).isCloseTo(lambda, within(1e-12));
            }
        }
    }

    @Test
    void isTheFormulaOfTheEdge() {
        Dynamics sam = new SharpnessAwareMinimisation(new Quadratic(2), StepSize.constant(0.3), 0.1);
        double norm = 2 * 0.7;
        double edge = norm / (2 * 0.1) * (Math.sqrt(1 + 8 * 0.1 / (0.3 * norm)) - 1);
        assertThat(sam.stabilityThreshold(sam.start(new double[] {0.7}))).isCloseTo(edge, within(1e-13));
        assertThat(sam.stabilityThreshold(sam.start(new double[] {0}))).isZero();
    }

    @Test
    void isGradientDescentForSmallRho() {
        GradientDescent descent = new GradientDescent(NETWORK, 0.1);
        SharpnessAwareMinimisation sam = new SharpnessAwareMinimisation(NETWORK, StepSize.constant(0.1), 1e-9);
        State one = descent.start(start());
        State other = sam.start(start());
        DynamicsContract.advance(descent, one, 20);
        DynamicsContract.advance(sam, other, 20);
        for (int i = 0; i < one.parameters().length; i++) {
            assertThat(other.parameters()[i]).isCloseTo(one.parameters()[i], within(1e-8));
        }
        assertThat(sam.stabilityThreshold(other)).isCloseTo(20, within(1e-5));
    }

    @Test
    void staysWhereThereIsNoGradient() {
        Dynamics sam = new SharpnessAwareMinimisation(new Quadratic(1, 2), StepSize.constant(0.1), 0.1);
        State state = sam.start(new double[2]);
        DynamicsContract.advance(sam, state, 3);
        assertThat(state.parameters()).containsExactly(0, 0);
    }
}
