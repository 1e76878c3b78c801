package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.StabilityContract;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Test;

/** Oracles: the exponential on a quadratic, and the conserved quantity of the minimalist model. */
class GradientFlowTest implements StabilityContract {
    @Override
    public Dynamics on(Objective objective) {
        return new GradientFlow(objective, 0.3);
    }

    @Test
    void decaysExponentiallyOnAQuadratic() {
        GradientFlow flow = new GradientFlow(new Quadratic(5, 1, -0.2), 0.7);
        State state = flow.start(new double[] {1, -2, 3});
        for (int t = 0; t < 20; t++) {
            flow.step(state);
        }
        double time = state.time();
        double[] exact = {Math.exp(-5 * time), -2 * Math.exp(-time), 3 * Math.exp(0.2 * time)};
        for (int i = 0; i < 3; i++) {
            assertThat(state.parameters()[i]).isCloseTo(exact[i], within(1e-11 * Math.abs(exact[i]) + 1e-14));
        }
    }

    @Test
    void conservesTheLayerBalance() {
        GradientFlow flow = new GradientFlow(new Minimalist(1, 0.001), 3.2);
        State state = flow.start(new double[] {0.7, 0.5, 0.2});
        double balance = balance(state.parameters());
        for (int t = 0; t < 2000; t++) {
            flow.step(state);
            assertThat(balance(state.parameters())).isCloseTo(balance, within(1e-10 * Math.abs(balance)));
        }
    }

    @Test
    void findsACrossingAtItsTime() {
        GradientFlow flow = new GradientFlow(new Quadratic(5, 1), 1);
        FlowPoint point =
                flow.firstCrossing(new double[] {1, 2}, 100, w -> w[1] - 0.5).orElseThrow();
        assertThat(point.time()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(point.parameters()[1]).isCloseTo(0.5, within(1e-12));
        assertThat(flow.firstCrossing(new double[] {1, 2}, 100, w -> w[1] + 0.5))
                .isEmpty();
    }

    @Test
    void aFlowWithoutFiniteGradientEndsAsNaN() {
        Dynamics flow = on(new Quadratic(1, 1));
        State state = flow.start(new double[] {Double.NaN, 1});
        flow.step(state);
        assertThat(state.isFinite()).isFalse();
    }

    static double balance(double[] w) {
        return w[0] * w[0] - w[1] * w[1] - w[2] * w[2];
    }
}
