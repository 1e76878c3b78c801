package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Formula;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Test;

/** Against gradient descent's midpoints on log cosh(xy), numbers computed elsewhere, and the closed form of a quadratic. */
class EdgeFlowTest implements DynamicsContract {
    private static final double ETA = 0.125;

    @Override
    public Dynamics dynamics() {
        return new EdgeFlow(new Minimalist(1, 0.01), 1);
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.1, 0.2};
    }

    /** The other computation has an integrator of its own: 4e-4 off at most. */
    @Test
    void followsTheMidpointsOnLogCosh() {
        Formula loss = new Formula(new Derivatives(
                List.of(Expression.parse("log(cosh(x*y))")),
                new Scope().parameter("x").parameter("y")));
        GradientDescent descent = new GradientDescent(loss, ETA);
        State iterate = descent.start(new double[] {0.5, 6});
        DynamicsContract.advance(descent, iterate, 10);
        EdgeFlow flow = new EdgeFlow(loss, ETA);
        State state = flow.start(iterate.parameters());
        Map<Integer, double[]> expected = Map.of(
                10, new double[] {5.18378, 5.18132},
                50, new double[] {4.28103, 4.27394},
                100, new double[] {4.01095, 4.00812},
                300, new double[] {3.97690, 3.97638});
        for (int t = 1; t <= 300; t++) {
            flow.step(state);
            descent.step(iterate);
            if (expected.containsKey(t)) {
                State next = iterate.copy();
                descent.step(next);
                assertThat((iterate.parameters()[1] + next.parameters()[1]) / 2)
                        .isCloseTo(expected.get(t)[1], within(6e-6));
                assertThat(state.parameters()[1]).isCloseTo(expected.get(t)[0], within(4e-4));
            }
        }
    }

    /** On a quadratic c decays by itself, and ρ by |1 − ηλ| a step. */
    @Test
    void isClosedFormOnAQuadraticOfOneCurvature() {
        for (double lambda : new double[] {0.5, 3, 15, 17}) {
            EdgeFlow flow = new EdgeFlow(new Quadratic(lambda), ETA);
            State state = flow.start(new double[] {1});
            double radius = OscillationFlow.radius(state);
            double centre = state.parameters()[0];
            assertThat(radius).isCloseTo(ETA * lambda / 2, within(1e-15));
            assertThat(centre).isCloseTo(1 - ETA * lambda / 2, within(1e-15));
            DynamicsContract.advance(flow, state, 20);
            assertThat(OscillationFlow.radius(state) / (radius * Math.pow(Math.abs(1 - ETA * lambda), 20)))
                    .isCloseTo(1, within(1e-6));
            // Four steps of Runge–Kutta of ηλ/4 ≤ 0.53 each are exp(−ηλ) to 0.4 %.
            assertThat(state.parameters()[0])
                    .isCloseTo(centre * Math.exp(-20 * ETA * lambda), within(1e-3 * Math.abs(centre)));
        }
    }

    @Test
    void divergesIntoNaN() {
        EdgeFlow flow = new EdgeFlow(new Quadratic(1e200), 1e200);
        State state = flow.start(new double[] {1});
        DynamicsContract.advance(flow, state, 3);
        assertThat(state.isFinite()).isFalse();
    }

    /** At a point without a gradient there is nothing to split, and nothing moves. */
    @Test
    void standsStillAtAMinimum() {
        EdgeFlow flow = new EdgeFlow(new Quadratic(1, 20), ETA);
        State state = flow.start(new double[2]);
        DynamicsContract.advance(flow, state, 3);
        assertThat(state.parameters()).containsExactly(0, 0);
        assertThat(OscillationFlow.radius(state)).isZero();
    }
}
