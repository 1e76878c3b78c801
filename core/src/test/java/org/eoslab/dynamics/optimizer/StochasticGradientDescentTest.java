package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;

class StochasticGradientDescentTest implements DynamicsContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(4, 20, 5);

    private static StochasticGradientDescent sgd(int batch, long seed) {
        return new StochasticGradientDescent(NETWORK, StepSize.constant(0.1), new BatchSchedule(20, batch, seed));
    }

    @Override
    public StochasticGradientDescent dynamics() {
        return sgd(6, 1);
    }

    @Override
    public double[] start() {
        return NETWORK.start(3);
    }

    @Test
    void theFullBatchIsGradientDescent() {
        StochasticGradientDescent full = sgd(20, 5);
        GradientDescent gd = new GradientDescent(NETWORK, 0.1);
        State a = full.start(start());
        State b = gd.start(start());
        DynamicsContract.advance(full, a, 10);
        DynamicsContract.advance(gd, b, 10);
        assertThat(a.parameters()).containsExactly(b.parameters(), within(Tolerances.CLOSED_FORM));
    }
}
