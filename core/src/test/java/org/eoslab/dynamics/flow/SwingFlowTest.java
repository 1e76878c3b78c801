package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.eoslab.linalg.Vectors;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Formula;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;

/** Against gradient descent itself, whose steps are its Euler steps, its cycles, numbers computed elsewhere, and the closed form of a quadratic. */
class SwingFlowTest implements DynamicsContract {
    private static final double ETA = 0.125;
    private static final double ROUNDING = 1e-12;

    @Override
    public Dynamics dynamics() {
        return new SwingFlow(new Minimalist(1, 0.01), 1);
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.1, 0.2};
    }

    private static Formula formula(String loss, String... parameters) {
        Scope scope = new Scope();
        for (String parameter : parameters) {
            scope = scope.parameter(parameter);
        }
        return new Formula(new Derivatives(List.of(Expression.parse(loss)), scope));
    }

    /** With δ⁺ half of the next step of gradient descent: c + ηċ is the next midpoint, and with X = (δ⁺δ⁺ᵀ − δδᵀ)/η is uᵀXu = 2ρ²r and (I − uuᵀ)Xu = ρ²u̇. */
    @Test
    void anEulerStepIsTheNextSwing() {
        TanhNetwork loss = TanhNetwork.chebyshev(3, 12, 8);
        for (long seed = 0; seed < 5; seed++) {
            double eta = 0.2 + 0.3 * seed;
            SwingFlow flow = new SwingFlow(loss, eta);
            GradientDescent descent = new GradientDescent(loss, eta);
            double[] w = loss.start(seed);
            State state = flow.start(w);
            double[] c = state.parameters();
            double[] u = Arrays.copyOf(state.memory(), c.length);
            double radius = OscillationFlow.radius(state);
            State iterate = descent.start(w);
            descent.step(iterate);
            double[] first = iterate.parameters().clone();
            descent.step(iterate);
            double[] second = iterate.parameters();
            double[] half = new double[c.length];
            double[] y = new double[2 * c.length + 1];
            for (int i = 0; i < c.length; i++) {
                half[i] = 0.5 * (first[i] - second[i]);
                y[i] = c[i];
                y[c.length + i] = u[i];
            }
            y[2 * c.length] = Math.log(radius);
            double[] rate = new OscillationFlow.Equation(flow).computeDerivatives(0, y);
            double along = Vectors.dot(half, u);
            assertThat(2 * eta * radius * radius * rate[2 * c.length])
                    .isCloseTo(along * along - radius * radius, within(ROUNDING));
            for (int i = 0; i < c.length; i++) {
                assertThat(c[i] + eta * rate[i]).isCloseTo(0.5 * (first[i] + second[i]), within(ROUNDING));
                assertThat(eta * radius * radius * rate[c.length + i])
                        .isCloseTo((half[i] - along * u[i]) * along, within(ROUNDING));
            }
        }
    }

    /** 2x = η tanh x has x = 0.888015 at η = 2.5. */
    @Test
    void standsStillOnACycleOfTwo() {
        SwingFlow flow = new SwingFlow(formula("log(cosh(x))", "x"), 2.5);
        double cycle = 0.888015;
        State state = flow.start(new double[] {cycle});
        DynamicsContract.advance(flow, state, 100);
        assertThat(state.parameters()[0]).isCloseTo(0, within(1e-6));
        assertThat(OscillationFlow.radius(state)).isCloseTo(cycle, within(1e-6));
    }

    /** The other computation has an integrator of its own; in the end it is nearer to gradient descent than the edge flow by a factor above ten. */
    @Test
    void followsTheMidpointsOnLogCosh() {
        Formula loss = formula("log(cosh(x*y))", "x", "y");
        GradientDescent descent = new GradientDescent(loss, ETA);
        State iterate = descent.start(new double[] {0.5, 6});
        DynamicsContract.advance(descent, iterate, 10);
        SwingFlow flow = new SwingFlow(loss, ETA);
        EdgeFlow edge = new EdgeFlow(loss, ETA);
        State state = flow.start(iterate.parameters());
        State other = edge.start(iterate.parameters());
        int at = 0;
        double[][] expected = {{10, 5.18388}, {50, 4.28117}, {100, 4.01064}, {300, 3.97639}};
        for (double[] reading : expected) {
            DynamicsContract.advance(flow, state, (int) reading[0] - at);
            DynamicsContract.advance(edge, other, (int) reading[0] - at);
            DynamicsContract.advance(descent, iterate, (int) reading[0] - at);
            at = (int) reading[0];
            assertThat(state.parameters()[1]).as("step %d", at).isCloseTo(reading[1], within(3e-5));
        }
        State next = iterate.copy();
        descent.step(next);
        double midpoint = (iterate.parameters()[1] + next.parameters()[1]) / 2;
        assertThat(10 * Math.abs(state.parameters()[1] - midpoint))
                .isLessThan(Math.abs(other.parameters()[1] - midpoint));
    }

    /** On a quadratic ρ grows by exp(½((1 − ηλ)² − 1)) a step: where |1 − ηλ| > 1. */
    @Test
    void growsBeyondTheEdgeOfAQuadratic() {
        for (double lambda : new double[] {0.5, 3, 15, 15.9, 16.1, 17}) {
            SwingFlow flow = new SwingFlow(new Quadratic(lambda), ETA);
            State state = flow.start(new double[] {1});
            double radius = OscillationFlow.radius(state);
            DynamicsContract.advance(flow, state, 20);
            double factor = OscillationFlow.radius(state) / radius;
            double beyond = 1 - ETA * lambda;
            assertThat(factor / Math.exp(10 * (beyond * beyond - 1))).isCloseTo(1, within(1e-6));
            assertThat(factor > 1).isEqualTo(Math.abs(beyond) > 1);
        }
    }

    @Test
    void divergesIntoNaN() {
        SwingFlow flow = new SwingFlow(new Quadratic(1e200), 1e200);
        State state = flow.start(new double[] {1});
        DynamicsContract.advance(flow, state, 3);
        assertThat(state.isFinite()).isFalse();
    }
}
