package org.eoslab.dynamics.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
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
        return new StochasticGradientDescent(NETWORK, StepSize.constant(0.1), batch, seed);
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
    void anEpochSeesEveryExampleAtMostOnce() {
        StochasticGradientDescent dynamics = dynamics();
        for (long epoch = 0; epoch < 50; epoch++) {
            long first = 3 * epoch;
            int[] seen = IntStream.range(0, 3)
                    .flatMap(b -> Arrays.stream(dynamics.indices(first + b)))
                    .toArray();
            assertThat(seen).hasSize(18).doesNotHaveDuplicates();
            assertThat(Arrays.stream(seen)).allMatch(i -> i >= 0 && i < 20);
        }
    }

    @Test
    void everyExampleIsEquallyLikely() {
        int epochs = 4000;
        int[] counts = new int[20];
        for (long step = 0; step < 3L * epochs; step++) {
            for (int i : dynamics().indices(step)) {
                counts[i]++;
            }
        }
        // Binomial with p = 18/20: six standard deviations.
        double deviation = Math.sqrt(epochs * 0.9 * 0.1);
        for (int count : counts) {
            assertThat((double) count).isCloseTo(0.9 * epochs, within(6 * deviation));
        }
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

    @Test
    void seedsDiffer() {
        assertThat(sgd(6, 1).indices(0)).isNotEqualTo(sgd(6, 2).indices(0));
        assertThat(sgd(6, 1).indices(0)).isNotEqualTo(sgd(6, 1).indices(3));
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        assertThatThrownBy(() -> sgd(21, 0)).hasMessageContaining("batch = 21");
    }
}
